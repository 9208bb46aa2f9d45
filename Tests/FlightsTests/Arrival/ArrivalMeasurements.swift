import Aero
import Flights
import Foundation
import Testing

/// Figures, not facts: `PELACAK_MEASURE=1 swift test -c release --filter ArrivalMeasurements`.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct ArrivalMeasurements {
    /// CPU seconds of this process, user and system.
    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static let worlds: [(name: String, gazetteer: Gazetteer)] = [
        ("all fields", RealPlaces.gazetteer), ("the sky's own airports", GeneratedTraffic.gazetteer),
    ].compactMap { one in one.1.map { (one.0, $0) } }

    @Test(arguments: [(31, true, false), (32, true, true), (33, false, false)] as [(UInt64, Bool, Bool)])
    func cutTails(seed: UInt64, isDisturbed: Bool, hasRegulars: Bool) {
        var settings = ArrivalSky.Settings(seed: seed)
        settings.legs = 4_000
        settings.isDisturbed = isDisturbed
        settings.hasRegulars = hasRegulars
        let cuts = ArrivalSky(settings).cuts()
        for (name, gazetteer) in Self.worlds {
            for usesHistory in hasRegulars ? [true, false] : [false] {
                var score = ArrivalScore(ArrivalEstimator(LegContext(gazetteer: gazetteer)))
                for cut in cuts { score.add(cut, usesHistory: usesHistory) }
                print(
                    "arrivals, \(name), weather \(isDisturbed), regulars \(hasRegulars), history \(usesHistory): \(score)"
                )
            }
        }
    }

    @Test func cost() {
        let cuts = ArrivalSky(ArrivalSky.Settings(seed: 34)).cuts()
        for (name, gazetteer) in Self.worlds {
            var begin = cpu()
            let estimator = ArrivalEstimator(LegContext(gazetteer: gazetteer))
            let made = cpu() - begin
            for _ in 0..<3 {
                var named = 0
                begin = cpu()
                for cut in cuts {
                    named +=
                        estimator.forecast(of: cut.situation, limits: cut.limits, history: cut.history).estimates.count
                }
                let forecast = (cpu() - begin) / Double(cuts.count) * 1e6
                begin = cpu()
                for cut in cuts {
                    named += estimator.interval(at: cut.field, of: cut.situation, limits: cut.limits) == nil ? 0 : 1
                }
                let one = (cpu() - begin) / Double(cuts.count) * 1e6
                print(
                    "arrivals, \(name) (\(gazetteer.airportCount)): forecast \(forecast) µs, a given airport \(one) µs, "
                        + "made in \(made * 1e3) ms, \(named)"
                )
            }
        }
    }
}
