import Aero
import Crypto
import Flights
import Foundation
import Logging
import ModeS
import Polling
import Store
import Testing
import Tracking

@testable import pelacak

/// Who is asked for an area listens while he answers and tells of somebody; who is asked for single aircraft never does.
@Suite(.timeLimit(.minutes(5)))
struct AreaSourceTests {
    private static let start = Timestamp(seconds: 1_767_225_600)
    private static let key = SiteKey(key: SymmetricKey(data: Array(repeating: UInt8(7), count: 32)))
    private static let terms = "terms=2026-11-01&purpose=private"
    private static let circle = "v2+https://api.airplanes.live?name=circle&circle=-5,112,250&\(terms)"
    private static let one = "v2+https://api.airplanes.live?name=one&hex=8a0001&\(terms)"
    private static let roof = "readsb+http://192.0.2.7/data/aircraft.json?name=roof"

    private func places(_ sources: String...) throws -> ListenerPlaces {
        var numbers = ArchiveNumbers(Self.key)
        return ListenerPlaces(
            sources: try sources.map { try SourceSpecification($0) },
            receiver: nil,
            feeders: [],
            numbers: &numbers
        )
    }

    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        try FileManager.default.createDirectory(
            at: url.appendingPathComponent("captures"),
            withIntermediateDirectories: true
        )
        try await body(url)
    }

    @Test("a circle, a box and a whole document listen; addresses, types and lists of them do not")
    func kinds() throws {
        let places = try places(
            Self.circle,
            Self.one,
            "v2+https://api.airplanes.live?name=military&mil&\(Self.terms)",
            Self.roof,
            "beast+tcp://192.0.2.7:30005?name=own"
        )
        #expect(places.areas.map(\.name) == ["circle", "roof"])
        #expect(places.areas.allSatisfy { $0.period > 0 && $0.request.hasPrefix("GET http") })
        // Nobody knows whose receivers stand behind a provider.
        let listeners = places.areas.compactMap { Listener(number: $0.number, kind: .polledByArea) }
        #expect(!places.roster.areIndependent(listeners[0], listeners[1]))
    }

    @Test("rows bear the number of the source that was asked, not of the provider that others are asked of too")
    func numbers() async throws {
        let sky = LiveSky(logger: .init(label: "test"))
        var history = LiveHistory(inbox: HistoryInbox(), key: Self.key)
        var numbers: [UInt32] = []
        for text in [Self.circle, Self.one, Self.roof] {
            let source = try SourceSpecification(text)
            let feed = await sky.open(
                name: source.feedName(.standard),
                source: source.shownName,
                isRecording: false,
                place: nil
            )
            numbers.append(history.number(feed, nil, await sky.feeds[feed]))
        }
        #expect(Set(numbers).count == 3)
        #expect(try places(Self.circle, Self.one, Self.roof).areas.map(\.number) == [numbers[0], numbers[2]])
    }

    /// A line of the record of polls.
    private func line(
        _ area: AreaSource,
        _ seconds: Double,
        _ status: Int = 200,
        request: String? = nil,
        failure: String? = nil
    ) -> String {
        let time = TimeText.isoWithFraction(Self.start.advanced(bySeconds: seconds))
        let more = failure.map { ",\"failure\":\"\($0)\"" } ?? ""
        let asked = request ?? area.request
        return
            "{\"time\":\"\(time)\",\"source\":\"\(area.name)\",\"request\":\"\(asked)\",\"status\":\(status)\(more)}\n"
    }

    private func write(_ lines: [String], in folder: URL) throws {
        try Data(lines.joined().utf8).write(to: folder.appendingPathComponent("captures/2026-01-01.jsonl"))
    }

    /// Told of all the while but from 2,400 to 3,000 s, as one that hands out an old file does.
    private func told(_ area: AreaSource) -> Trace {
        var trace = Trace(ArchivedAircraft(AircraftAddress(icao: 0x8A_0001)))
        trace.receiverSets = [.empty, ReceiverSet([area.number])]
        for second in stride(from: 0.0, to: 3_600, by: 30) where !(2_400..<3_000).contains(second) {
            var row = Observation(
                at: Self.start.advanced(bySeconds: second),
                sourceClass: .adsbICAO,
                flags: [],
                heardBy: 1
            )
            row.position = Position(latitude: -5, longitude: 112)
            trace.observations.append(row)
        }
        return trace
    }

    @Test(
        "failed, throttled and other questions are downtime, answers that tell of nobody too; the same as before is an answer"
    )
    func downtime() async throws {
        try await inFolder { folder in
            let area = try #require(try places(Self.roof).areas.first)
            var lines = stride(from: 0.0, to: 3_600, by: area.period).map { second in
                switch second {
                case 300..<400: line(area, second, 304)
                case 600..<700: line(area, second, 429)
                case 1_200..<1_300: line(area, second, 0, failure: "timed out")
                case 1_800..<1_900: line(area, second, request: "GET http://192.0.2.7/other.json")
                default: line(area, second)
                }
            }
            lines.insert("no line\n", at: 7)
            try write(lines, in: folder)
            let record = PollRecord(dataFolder: folder.path)
            let range = Self.start..<Self.start.advanced(bySeconds: 7_200)
            let polls = await record.polls(of: area, in: range)
            #expect(Set(polls.map(\.outcome)) == [.answered, .throttled, .failed, .filtered])
            var learner = CoverageLearner()
            learner.areas = AreaSource.areas([area])
            learner.take(heard: told(area))
            #expect(learner.uptimes.listeners.isEmpty, "who is asked listens by his answers alone")
            learner.take(polls: polls, of: area.number, period: area.period)
            let listener = try #require(learner.uptimes.listeners.first)
            func isUp(_ from: Double, _ to: Double) -> Bool {
                learner.uptimes.isUp(
                    listener,
                    throughout: Self.start.advanced(bySeconds: from)...Self.start.advanced(bySeconds: to)
                )
            }
            #expect(isUp(0, 580) && isUp(720, 1_180) && isUp(1_320, 1_780) && isUp(1_920, 2_370) && isUp(3_000, 3_560))
            #expect(!isUp(590, 710) && !isUp(1_190, 1_310) && !isUp(1_790, 1_910) && !isUp(3_500, 3_700))
            #expect(!isUp(2_300, 3_050))
            let later = range.upperBound..<range.upperBound.advanced(bySeconds: 60)
            #expect(await record.polls(of: area, in: later).isEmpty)
        }
    }

    /// A shuttle every hour, as a provider tells it, and beside the last one that only another tells of.
    private func store(_ area: AreaSource, in folder: URL) async throws -> HistoryStore {
        let store = try HistoryStore(folder: folder.path + "/history", realm: .real)
        for flight in 0..<21 {
            let hour = min(flight, 19)
            var batch = ObservationBatch(licence: .noRedistribution, origin: "provider")
            let set = batch.place(of: ReceiverSet([flight < 20 ? area.number : 12_345]))
            let begin = Self.start.advanced(bySeconds: Double(hour) * 3_600)
            for var row in FlownRoute.rows(eastward: true, from: begin).rows {
                row.heardBy = set
                row.flags.insert(.notOwn)
                let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001 + UInt32(flight)))
                batch.rows.append(ObservationBatch.Row(aircraft, row))
            }
            try await store.append(batch)
        }
        return store
    }

    @Test(
        "what a provider tells of its area is learned as heard by it, and what others claim meanwhile as missed, in the area alone"
    )
    func learned() async throws {
        try await inFolder { folder in
            let near = try #require(try places(Self.roof).areas.first)
            let small = try #require(
                try places("v2+https://api.airplanes.live?name=roof&circle=-5,112.5,60&\(Self.terms)").areas.first
            )
            #expect(near.number == small.number)
            let store = try await store(near, in: folder)
            let end = Self.start.advanced(bySeconds: 86_400)
            func learn(_ areas: [AreaSource]) async throws -> CoverageLearner {
                try write(
                    stride(from: 60_000.0, to: 86_400, by: near.period).map { line(areas.first ?? near, $0) },
                    in: folder
                )
                var learner = CoverageLearner()
                let study = CoverageStudy(archive: store, areas: areas, polls: PollRecord(dataFolder: folder.path))
                while try await study.step(&learner, until: end) {}
                return learner
            }
            func sums(_ learner: CoverageLearner) -> (heard: Double, missed: Double) {
                AltitudeBand.allCases.flatMap { learner.coverage.layer($0, kind: .squitter, at: end) }
                    .reduce((0, 0)) { ($0.0 + $1.estimate.heard, $0.1 + $1.estimate.missed) }
            }
            let whole = try await learn([near])
            #expect(whole.uptimes.listeners.map(\.number) == [near.number] && whole.coverage.count > 10)
            let all = sums(whole)
            #expect(all.heard > 50 && all.missed > 3, "\(all)")
            // Of the last flight most lies outside of the small circle: there nobody was asked.
            let part = sums(try await learn([small]))
            #expect(part.missed < all.missed / 2 && part.heard == all.heard, "\(part) \(all)")
            let none = try await learn([])
            #expect(none.coverage.count == 0 && none.uptimes.listeners.isEmpty)
            try await store.close()
        }
    }
}
