import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

/// Gate P10 b: how long an answer takes does not tell a hidden aircraft from one that never was. Run with PELACAK_MEASURE=1 on a quiet
/// machine.
@Suite(
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE"),
    .serialized
)
struct SuppressionTimingTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let paths = [
        "/api/v1/aircraft/HEX", "/v2/hex/HEX", "/data/traces/END/trace_full_HEX.json",
        "/api/v1/aircraft/HEX/days", "/api/v1/aircraft/HEX/history?from=2024-06-18T00:30:00Z&to=2024-06-18T02:30:00Z",
    ]

    /// Mann and Whitney's two-sided test, by the normal approximation.
    private static func probability(_ one: [Double], _ other: [Double]) -> Double {
        let all = (one.map { ($0, 0) } + other.map { ($0, 1) }).sorted { $0.0 < $1.0 }
        let rankSum = all.enumerated().reduce(0.0) { $0 + ($1.element.1 == 0 ? Double($1.offset + 1) : 0) }
        let (n, m) = (Double(one.count), Double(other.count))
        let statistic = rankSum - n * (n + 1) / 2
        let deviation = (n * m * (n + m + 1) / 12).squareRoot()
        return erfc(abs(statistic - n * m / 2) / deviation / 2.0.squareRoot())
    }

    @Test("times of answers, hidden against unknown")
    func times() async throws {
        let discretion = Discretion(Hiding.rules)
        let history = Hiding.history(with: true)
        try await SiteUnderTest.with(sky: Hiding.sky(with: true), history: history, discretion: discretion) {
            $0.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
            ($0.limits.requestsAtOnce, $0.limits.heavyAtOnce) = (1_000_000, 1_000_000)
        } _: { (site) async throws in
            for path in Self.paths {
                var times: [[Double]] = [[], []]
                var generator = SplitMix(state: 7)
                try await Loopback.with(site.port) { connection in
                    for round in 0..<2000 {
                        let which = Int(generator.next() % 2)
                        let hex = [Hiding.hidden, Hiding.unknown][which].hex
                        let target = path.replacing("HEX", with: hex).replacing("END", with: hex.suffix(2))
                        let begin = ContinuousClock.now
                        _ = try await connection.ask("GET", target, headers: Self.stranger)
                        let time = begin.duration(to: .now) / .microseconds(1)
                        if round >= 200 { times[which].append(time) }
                    }
                }
                let medians = times.map { $0.sorted()[$0.count / 2] }
                let probability = Self.probability(times[0], times[1])
                print(
                    String(
                        format: "%@: %.0f and %.0f microseconds, p = %.3f",
                        path,
                        medians[0],
                        medians[1],
                        probability
                    )
                )
                #expect(probability > 0.001, "\(path)")
            }
        }
    }
}
