import Aero
import Flights
import Foundation
import Site
import Store
import Testing
import Tracking

@testable import pelacak

@Suite(.timeLimit(.minutes(5))) struct CoverageStudyTests {
    private func learn(
        _ study: CoverageStudy,
        _ learner: inout CoverageLearner,
        until end: Timestamp
    ) async throws -> Int {
        var steps = 1
        while try await study.step(&learner, until: end) { steps += 1 }
        return steps
    }

    @Test("in one go as in steps; it begins at the first day, goes on where it stopped, and says when there is no more")
    func steps() async throws {
        let archive = try await FlownArchive(days: 2)
        let study = CoverageStudy(archive: try archive.store())
        let end = archive.start.advanced(bySeconds: 2 * 86_400)
        var whole = CoverageLearner()
        let steps = try await learn(study, &whole, until: end)
        #expect(steps == 2 * 96)
        #expect(whole.learned == archive.start..<end)
        #expect(whole.coverage.count > 20 && whole.uptimes.listeners.map(\.number) == [FlownArchive.receiver])
        var parts = CoverageLearner()
        // Also in the middle of a quarter, and more than once at the same moment.
        for seconds in [100.0, 40_000, 40_000, 40_001, 86_400, 100_000, 172_800] {
            _ = try await learn(study, &parts, until: archive.start.advanced(bySeconds: seconds))
            #expect(parts.learned?.upperBound == archive.start.advanced(bySeconds: seconds))
        }
        #expect(parts.bytes() == whole.bytes())
        let before = whole.bytes()
        #expect(try await !study.step(&whole, until: end))
        #expect(whole.bytes() == before)
    }

    @Test("it begins where it is told to, else three half-lives ago")
    func start() async throws {
        let archive = try await FlownArchive(days: 1)
        let half = archive.start.advanced(bySeconds: 43_200)
        var learner = CoverageLearner()
        let study = CoverageStudy(archive: try archive.store(), start: half)
        _ = try await learn(study, &learner, until: archive.start.advanced(bySeconds: 86_400))
        #expect(learner.learned?.lowerBound == half)
        var late = CoverageLearner()
        let end = archive.start.advanced(bySeconds: CoverageStudy.longest + 60_000)
        _ = try await CoverageStudy(archive: try archive.store()).step(&late, until: end)
        #expect(late.learned?.lowerBound == archive.start.advanced(bySeconds: 60_000))
    }

    @Test(
        "what came under others' terms, as all that is polled does, never counts as heard, and its receivers are none",
        arguments: [LicenceTag.openDatabase, .noRedistribution, .unknown]
    )
    func claimed(licence: LicenceTag) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let store = try HistoryStore(folder: url.path, realm: .real)
        let start = Timestamp(seconds: 1_767_225_600)
        func keep(_ number: UInt32, _ receiver: UInt32, _ licence: LicenceTag, from: Double) async throws {
            var batch = ObservationBatch(licence: licence, origin: licence == .own ? nil : "provider")
            let set = batch.place(of: ReceiverSet([receiver]))
            for var row in FlownRoute.rows(eastward: true, from: start.advanced(bySeconds: from)).rows {
                row.heardBy = set
                batch.rows.append(ObservationBatch.Row(ArchivedAircraft(AircraftAddress(icao: number)), row))
            }
            try await store.append(batch)
        }
        try await keep(1, 5, licence, from: 600)
        let end = start.advanced(bySeconds: 20_000)
        var learner = CoverageLearner()
        _ = try await learn(CoverageStudy(archive: store), &learner, until: end)
        #expect(learner.learned?.upperBound == end)
        #expect(learner.coverage.count == 0 && learner.uptimes.listeners.isEmpty)
        // Beside what we heard it is a trial that nobody heard.
        try await keep(2, 9, .own, from: 700)
        var both = CoverageLearner()
        _ = try await learn(CoverageStudy(archive: store), &both, until: end)
        #expect(both.uptimes.listeners.map(\.number) == [9] && both.coverage.listenerCount == 1)
        let layers = AltitudeBand.allCases.flatMap { both.coverage.layer($0, kind: .squitter, at: end) }
        let (heard, missed) = layers.reduce((0.0, 0.0)) { ($0.0 + $1.estimate.heard, $0.1 + $1.estimate.missed) }
        #expect(heard > 5 && missed > 3, "\(heard) \(missed)")
        try await store.close()
    }

    @Test func nothingIsLearnedOfAnEmptyArchive() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let store = try HistoryStore(folder: url.path, realm: .real)
        var learner = CoverageLearner()
        #expect(try await !CoverageStudy(archive: store).step(&learner, until: Timestamp(seconds: 1_767_225_600)))
        #expect(learner.learned == nil)
        #expect(try await store.lastMinute() == nil)
        try await store.close()
    }

    @Test func theLastMinuteIsThatInWhichSomebodyWasHeardLast() async throws {
        let archive = try await FlownArchive(days: 2)
        let store = try archive.store()
        let last = try #require(try await store.lastMinute())
        var latest = Timestamp(seconds: 0)
        for number in 0..<12 {
            let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001 + UInt32(number)))
            latest = max(latest, try #require(try await store.span(of: aircraft)).upperBound)
        }
        #expect(last >= latest.advanced(bySeconds: -1e-3) && last.seconds(since: latest) <= 60)
        #expect(try await store.latest(of: .real, now: Timestamp(seconds: 5)) == Timestamp(seconds: 5))
        #expect(try await store.latest(of: .simulated, now: Timestamp(seconds: 5)) == last)
        try await store.close()
    }
}
