import Aero
import ModeS
import Testing

@testable import Site
@testable import Tracking

/// Who was heard and never with a position, where somebody is hidden: nobody is looked at in vain, and there is an end to looking.
struct SilentAircraftTests {
    private static let start = Timestamp(seconds: Flights.midnight)
    private static let range = start..<start.advanced(bySeconds: 3_600)

    private static func aircraft(_ index: Int) -> ArchivedAircraft {
        ArchivedAircraft(AircraftAddress(icao: 0x40_0000 + UInt32(index)))
    }

    /// Rows of many aircraft, each at a second of its own and again half an hour later; every tenth is silent.
    private static func archive(_ count: Int) -> FakeArchive {
        var batch = ObservationBatch()
        for index in 0..<count {
            for later in [0.0, 1_800] {
                var row = Observation(
                    at: start.advanced(bySeconds: Double(index % 1_800) + later),
                    sourceClass: .adsbICAO,
                    heardBy: batch.place(of: ReceiverSet([1]))
                )
                row.barometricAltitude = Feet(30_000)
                if index % 10 != 0 { row.position = Position(latitude: 50, longitude: 1) }
                batch.rows.append(.init(aircraft(index), row))
            }
        }
        return FakeArchive(batch)
    }

    private static func hidden(_ index: Int, from: Double? = nil, to: Double? = nil) -> SuppressionRule {
        SuppressionRule(
            aircraft(index).address,
            .public,
            from: from.map { start.advanced(bySeconds: $0) },
            to: to.map { start.advanced(bySeconds: $0) },
            reason: .ladd
        )
    }

    @Test func onlyWhoIsHiddenForAPartIsLookedAt() async throws {
        let archive = Self.archive(300)
        // One that is silent always, one that is silent as far as it is shown, one whose silence is not shown.
        let rules = SuppressionRules([Self.hidden(20), Self.hidden(31, to: 10), Self.hidden(10, from: 1_000)])
        let seen = DiscreetArchive(archive, for: .strangers, tellsReceivers: true) { rules }
        let all = try await seen.aircraft(heardOnlySilently: Self.range, after: nil, limit: 100)
        #expect(all == (0..<30).filter { $0 != 2 }.map { Self.aircraft(10 * $0) })
        // The archive's own answer by itself looks at everybody here: that is how this archive does it.
        let own = archive.questions
        _ = try await archive.aircraft(heardOnlySilently: Self.range, after: nil, limit: 100)
        let itsOwn = archive.questions - own
        let before = archive.questions
        _ = try await seen.aircraft(heardOnlySilently: Self.range, after: nil, limit: 100)
        #expect(archive.questions - before <= itsOwn + 20)
        let page = try await seen.aircraft(heardOnlySilently: Self.range, after: Self.aircraft(10), limit: 3)
        #expect(page == [30, 40, 50].map { Self.aircraft($0) })
    }

    @Test func silenceOfWhatIsShownCounts() async throws {
        var batch = ObservationBatch()
        for (seconds, isPlaced) in [(10.0, true), (2_000.0, false)] {
            var row = Observation(at: Self.start.advanced(bySeconds: seconds), sourceClass: .adsbICAO)
            if isPlaced { row.position = Position(latitude: 50, longitude: 1) }
            batch.rows.append(.init(Self.aircraft(1), row))
        }
        let rules = SuppressionRules([Self.hidden(1, to: 100)])
        let seen = DiscreetArchive(FakeArchive(batch), for: .strangers, tellsReceivers: true) { rules }
        #expect(
            try await seen.aircraft(heardOnlySilently: Self.range, after: nil, limit: 10) == [Self.aircraft(1)]
        )
    }

    @Test func whereAPartOfTheSkyIsShownThereIsAnEndToLooking() async throws {
        let middle = try #require(Position(latitude: 50, longitude: 1))
        let near = DiscreetArchive(
            Self.archive(100),
            for: .strangers,
            tellsReceivers: true,
            shownSky: ShownSky(middle: middle, range: 25_000)
        ) { .none }
        #expect(try await near.aircraft(heardOnlySilently: Self.range, after: nil, limit: 10).isEmpty)
        let archive = Self.archive(DiscreetArchive.mostLookedThrough + 10)
        let high = DiscreetArchive(
            archive,
            for: .strangers,
            tellsReceivers: true,
            shownSky: ShownSky(floor: Feet(10_000))
        ) { .none }
        #expect(
            try await high.aircraft(heardOnlySilently: Self.range, after: nil, limit: 3)
                == [0, 10, 20].map { Self.aircraft($0) }
        )
        await #expect(throws: ArchiveError.self) {
            try await high.aircraft(heardOnlySilently: Self.range, after: nil, limit: 10_000)
        }
    }
}
