import Aero
import Flights
import Foundation
import Logging
import Testing
import Tracking

@testable import pelacak

/// What was said of silences stays, over restarts.
@Suite(.timeLimit(.minutes(5)))
struct VerdictLogTests {
    private static let start = Timestamp(seconds: 1_767_225_600)
    private static let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001))

    /// A silence in air nothing is known of: `noCoverage`, or `landed`.
    private static func verdict(
        _ number: Int = 0,
        isLanded: Bool = false,
        at hours: Double
    ) throws -> GapVerdict {
        let from = start.advanced(bySeconds: Double(number) * 3_600)
        let end = SilenceEnd(time: from, position: .origin, altitude: 30_000)
        let silence = try #require(
            Silence(
                aircraft: aircraft.address,
                kind: .squitter,
                from: end,
                silentUntil: from.advanced(bySeconds: 900)
            )
        )
        return GapJudge().verdict(
            on: silence,
            hearers: Hearers(coverage: CoverageGrid(), uptimes: Uptimes()),
            stopLeads: isLanded,
            at: start.advanced(bySeconds: hours * 3_600)
        )
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    private func keeper(_ folder: String) -> VerdictKeeper {
        VerdictKeeper(dataFolder: folder, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test("another verdict leaves the earlier one with its time, also after a restart; the same one writes nothing")
    func restart() async throws {
        try await inFolder { folder in
            let file = VerdictLog.file(dataFolder: folder, realm: .real)
            var keeper = keeper(folder)
            let first = await keeper.settled([try Self.verdict(at: 1)], of: Self.aircraft, in: .real)
            #expect(first.first?.earlier.isEmpty == true)
            _ = await keeper.settled([try Self.verdict(at: 2)], of: Self.aircraft, in: .real)
            #expect(try file.lines().count == 1)
            keeper = self.keeper(folder)
            let later = await keeper.settled([try Self.verdict(isLanded: true, at: 3)], of: Self.aircraft, in: .real)
            #expect(later.first?.gapClass == .landed && later.first?.earlier == [first[0].label])
            #expect(try file.lines().count == 2)
            keeper = self.keeper(folder)
            let again = await keeper.settled([try Self.verdict(isLanded: true, at: 9)], of: Self.aircraft, in: .real)
            #expect(again.first?.label.judgedAt == Self.start.advanced(bySeconds: 3 * 3_600))
            #expect(again.first?.earlier == [first[0].label])
            // Another world, another aircraft and another silence are others.
            let other = ArchivedAircraft(AircraftAddress(icao: 0x8A_0002))
            #expect(
                await keeper.settled([try Self.verdict(at: 9)], of: Self.aircraft, in: .simulated)[0].earlier.isEmpty
            )
            #expect(await keeper.settled([try Self.verdict(at: 9)], of: other, in: .real)[0].earlier.isEmpty)
            #expect(await keeper.settled([try Self.verdict(1, at: 9)], of: Self.aircraft, in: .real)[0].earlier.isEmpty)
            let path = "\(folder)/coverage/real.verdicts.jsonl"
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("lines that make no sense are passed over, and a cut one is")
    func nonsense() async throws {
        try await inFolder { folder in
            _ = await keeper(folder).settled([try Self.verdict(at: 1)], of: Self.aircraft, in: .real)
            let path = "\(folder)/coverage/real.verdicts.jsonl"
            let line = try String(contentsOfFile: path, encoding: .utf8)
            let wrong = [
                line.replacing("8a0001", with: "zz"), line.replacing("noCoverage", with: "maybe"),
                line.replacing("\"kind\":0", with: "\"kind\":77"), String(line.dropLast(20)),
                line.replacing(/"judged":\d+/, with: "\"judged\":9223372036854775807"),
            ]
            try Data((line + wrong.joined()).utf8).write(to: URL(fileURLWithPath: path))
            let said = await keeper(folder).settled(
                [try Self.verdict(isLanded: true, at: 3)],
                of: Self.aircraft,
                in: .real
            )
            #expect(said[0].earlier.map(\.gapClass) == [.noCoverage])
        }
    }

    @Test("it is bounded: those that were judged first go first")
    func bounded() throws {
        var log = VerdictLog()
        let all = VerdictLog.mostSilences + 10
        for number in 0..<all { _ = log.settle(try Self.verdict(number, at: Double(number)), of: Self.aircraft) }
        #expect(log.lineCount <= VerdictLog.mostSilences && log.lineCount >= VerdictLog.mostSilences / 2)
        #expect(log.lines.count == log.lineCount)
        // The newest is known still, the oldest is not.
        let newest = log.settle(try Self.verdict(all - 1, isLanded: true, at: 1e6), of: Self.aircraft)
        let oldest = log.settle(try Self.verdict(0, isLanded: true, at: 1e6), of: Self.aircraft)
        #expect(newest.verdict.earlier.count == 1 && oldest.verdict.earlier.isEmpty)
    }
}
