import Aero
import Flights
import Foundation
import ModeS
import Simulation
import Testing
import Tracking

@testable import Watch

/// The reconstructed trip through the rules that ship: from frames through the table and the archive's rows to alerts.
struct StateVisitWatchTests {
    private static let rules = [
        "reappeared-after-30-days", "visit-left-home", "visit-landed-at-first-stop", "visit-silent-near-second-stop",
        "visit-landed-at-last-stop",
    ]

    private static func rule(_ name: String) throws -> WatchRule {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().resolvingSymlinksInPath().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Lists/watches/\(name).json"))
        return try WatchRule(RuleValue(json: [UInt8](data)), id: name)
    }

    private static func told() async throws -> [AlertRecord] {
        let facts = SceneFacts()
        let engine = try WatchEngine(rules: rules.map(rule))
        var run = WatchRun(engine: engine, context: LegContext(gazetteer: SceneAirports.gazetteer))
        let teller = AlertTeller(gazetteer: SceneAirports.gazetteer, version: "test", isSimulated: true)
        var sky = SyntheticSky(scene: .stateVisit, seed: 1)
        var table = TrackTable()
        var writer = ObservationWriter()
        var pupil = ScenePupil()
        var frames: [ReceivedFrame] = []
        var records: [AlertRecord] = []
        var now = sky.start
        while let end = sky.end, now < end {
            now = now.advanced(bySeconds: 60)
            frames.removeAll(keepingCapacity: true)
            sky.advance(to: now, into: &frames)
            for frame in frames { _ = table.ingest(frame, from: FeedID(rawValue: 1), into: &writer) }
            let batches = table.settle(&writer, at: now) { _, _ in 1 }
            for batch in batches {
                run.add(batch)
                pupil.add(batch)
            }
            if let learned = pupil.learn(until: now) { facts.take(learned) }
            let step = await run.advance(to: now.advanced(bySeconds: -8), facts)
            records += step.alerts.map { teller.record(of: $0, made: now) }
        }
        return records
    }

    @Test(
        "heard again, left Moscow, landed at Yakutsk, silent where nobody is heard, landed at Hanoi; nothing of the decoy"
    )
    func trip() async throws {
        let records = try await Self.told()
        for record in records { print("\(record.time.seconds) \(record.ruleID) \(record.title(in: "en"))") }
        let first = AircraftAddress(icao: 0xD57710).hex
        let told = records.filter { $0.aircraft == [first] }
        #expect(told.map(\.ruleID) == Self.rules)
        let decoy = AircraftAddress(icao: SceneFacts.decoy).hex
        #expect(!records.contains { $0.aircraft.contains(decoy) })
        let silent = try #require(told.first { $0.ruleID == "visit-silent-near-second-stop" })
        #expect(silent.title(in: "en").contains("nobody is heard there"))
        #expect(silent.title(in: "id").contains("tidak ada yang terdengar"))
        #expect(!silent.body(in: "en").contains("probably did not send"))
        #expect(told.allSatisfy { $0.title(in: "en").hasPrefix("SIMULATED") && $0.isSimulated })
        let hanoi = try #require(told.last)
        // 19 June, 18:46 UTC: told within minutes of it.
        #expect((1_718_822_700...1_718_823_600).contains(hanoi.time.seconds))
        #expect(hanoi.body(in: "en").contains("VVNB"))
    }
}
