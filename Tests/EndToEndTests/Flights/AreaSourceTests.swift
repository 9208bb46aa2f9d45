import Aero
import Crypto
import Flights
import Foundation
import Store
import Testing
import Tracking

@testable import pelacak

/// Who is asked for an area listens while he answers; who is asked for single aircraft never does.
@Suite(.timeLimit(.minutes(5)))
struct AreaSourceTests {
    private static let start = Timestamp(seconds: 1_767_225_600)
    private static let key = SiteKey(key: SymmetricKey(data: Array(repeating: UInt8(7), count: 32)))

    private func places(_ sources: String...) throws -> ListenerPlaces {
        var numbers = ArchiveNumbers(Self.key)
        return ListenerPlaces(
            sources: try sources.map { try SourceSpecification($0) },
            receiver: nil,
            feeders: [],
            numbers: &numbers
        )
    }

    private static let terms = "terms=2026-11-01&purpose=private"

    @Test("a circle, a box and a whole document listen; addresses, types and lists of them do not")
    func kinds() throws {
        let places = try places(
            "v2+https://api.airplanes.live?name=circle&circle=-5,112,250&\(Self.terms)",
            "v2+https://api.airplanes.live?name=one&hex=8a0001&\(Self.terms)",
            "v2+https://api.airplanes.live?name=military&mil&\(Self.terms)",
            "readsb+http://192.0.2.7/data/aircraft.json?name=roof",
            "beast+tcp://192.0.2.7:30005?name=own"
        )
        #expect(places.areas.map(\.name) == ["circle", "roof"])
        #expect(places.areas.allSatisfy { $0.period > 0 && $0.request.hasPrefix("GET http") })
        // Nobody knows whose receivers stand behind a provider.
        let listeners = places.areas.compactMap { Listener(number: $0.number, kind: .polledByArea) }
        #expect(!places.roster.areIndependent(listeners[0], listeners[1]))
    }

    @Test("failed, throttled and other questions are downtime, and so is a record that ends")
    func record() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let area = try #require(try places("readsb+http://192.0.2.7/data/aircraft.json?name=roof").areas.first)
        func line(_ seconds: Double, _ status: Int = 200, request: String? = nil, failure: String? = nil) -> String {
            let time = TimeText.isoWithFraction(Self.start.advanced(bySeconds: seconds))
            let more = failure.map { ",\"failure\":\"\($0)\"" } ?? ""
            return
                "{\"time\":\"\(time)\",\"source\":\"roof\",\"request\":\"\(request ?? area.request)\",\"status\":\(status)\(more)}\n"
        }
        // Every period for an hour, with what goes wrong in between.
        var lines = stride(from: 0.0, to: 3_600, by: area.period).map { second in
            switch second {
            case 600..<700: line(second, 429)
            case 1_200..<1_300: line(second, 0, failure: "timed out")
            case 1_800..<1_900: line(second, request: "GET http://192.0.2.7/other.json")
            default: line(second)
            }
        }
        lines.insert("no line\n", at: 7)
        let folder = url.appendingPathComponent("captures")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(lines.joined().utf8).write(to: folder.appendingPathComponent("2026-01-01.jsonl"))
        let record = PollRecord(dataFolder: url.path)
        let range = Self.start..<Self.start.advanced(bySeconds: 7_200)
        let polls = await record.polls(of: area, in: range)
        #expect(Set(polls.map(\.outcome)) == [.answered, .throttled, .failed, .filtered])
        var learner = CoverageLearner()
        learner.take(polls: polls, of: area.number, period: area.period)
        let listener = try #require(learner.uptimes.listeners.first)
        func isUp(_ from: Double, _ to: Double) -> Bool {
            learner.uptimes.isUp(
                listener,
                throughout: Self.start.advanced(bySeconds: from)...Self.start.advanced(bySeconds: to)
            )
        }
        #expect(isUp(0, 580) && isUp(720, 1_180) && isUp(1_320, 1_780) && isUp(1_920, 3_580))
        #expect(!isUp(590, 710) && !isUp(1_190, 1_310) && !isUp(1_790, 1_910) && !isUp(3_500, 3_700))
        #expect(await record.polls(of: area, in: range.upperBound..<range.upperBound.advanced(bySeconds: 60)).isEmpty)
    }

    /// A shuttle at every hour, as a provider tells it; of the last, nothing.
    private func store(_ number: UInt32, in folder: URL) async throws -> HistoryStore {
        let store = try HistoryStore(folder: folder.path + "/history", realm: .real)
        for hour in 0..<20 {
            var batch = ObservationBatch(licence: .noRedistribution, origin: "provider")
            let set = batch.place(of: ReceiverSet([number]))
            for var row in FlownRoute.rows(eastward: true, from: Self.start.advanced(bySeconds: Double(hour) * 3_600))
                .rows
            {
                row.heardBy = set
                row.flags.insert(.notOwn)
                let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001 + UInt32(hour)))
                batch.rows.append(ObservationBatch.Row(aircraft, row))
            }
            try await store.append(batch)
        }
        return store
    }

    @Test("what a provider tells of an area is learned as heard by it, and what is asked for by address is not")
    func learned() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        let area = try #require(try places("readsb+http://192.0.2.7/data/aircraft.json?name=roof").areas.first)
        let store = try await store(area.number, in: url)
        let end = Self.start.advanced(bySeconds: 86_400)
        for (areas, wanted) in [([area], true), ([], false)] {
            var learner = CoverageLearner()
            let study = CoverageStudy(archive: store, areas: areas, polls: PollRecord(dataFolder: url.path))
            while try await study.step(&learner, until: end) {}
            #expect((learner.coverage.count > 10) == wanted)
            // Without a record of its answers nobody knows when it listened.
            #expect(learner.uptimes.listeners.isEmpty)
        }
        try await store.close()
    }
}
