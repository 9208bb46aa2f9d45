import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct ReplayTests {
    private static let start = Flights.midnight + 3600

    private func rows(_ one: [String: Any], _ key: String) -> [Int] { one[key] as? [Int] ?? [] }

    private func sums(_ list: [Int]) -> [Int] {
        list.reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
    }

    @Test("columns are differences that add up to the rows, silence is flagged, and it comes packed")
    func columns() async throws {
        var way = Flights.Way()
        (way.rows, way.silences, way.longitude) = (5, [1], 179.97)
        let history = FakeHistory([.simulated: FakeArchive(Flights.batch([way]))])
        try await SiteUnderTest.with(history: history) { (site) async throws in
            let path = "/api/v1/history/replay?from=\(Self.start - 60)&to=\(Self.start + 3000)"
            let answer = try await Loopback.ask(site.port, path)
            let one = try #require(try answer.objects("aircraft").first)
            #expect(sums(rows(one, "time")) == [600, 700, 6700, 6800, 6900])
            #expect(sums(rows(one, "latitude")) == [5_000_000, 5_000_000, 5_000_000, 5_000_000, 5_000_000])
            let longitudes = [17_997_000, 17_999_000, -17_999_000, -17_997_000, -17_995_000]
            #expect(sums(rows(one, "longitude")) == longitudes)
            #expect(rows(one, "altitude") == [400, 404, 408, 412, 416] && rows(one, "groundSpeed")[0] == 3000)
            #expect(rows(one, "flags") == [0, 0, 2, 0, 0] && rows(one, "source") == [0, 0, 0, 0, 0])
            #expect(one["callsign"] as? String == "KLM1023")
            #expect(try answer.object()["simulated"] as? Bool == true)
            let packed = try await Loopback.ask(site.port, path, headers: ["Accept-Encoding": "gzip"])
            #expect(packed.headers["content-encoding"] == nil || Unpacked.gzip(packed.body) == answer.body)
        }
    }

    @Test("thinned paths keep the spacing, both sides of a silence, and the last point")
    func thinned() async throws {
        var way = Flights.Way()
        (way.rows, way.spacing, way.silences) = (100, 2, [49])
        let archive = FakeArchive(Flights.batch([way]))
        let all = try await archive.trace(
            of: ArchivedAircraft(way.address),
            during: Timestamp(seconds: 0)..<Timestamp(seconds: 2e9),
            withoutPositions: false
        )
        var window = ReplayWindow(spacing: 20, bound: 1000)
        let isTaken = window.add([all], isForced: false)
        #expect(isTaken)
        let times = window.paths[0].rows.map { Double($0.milliseconds) / 1000 - Self.start }
        #expect(times == [0, 20, 40, 60, 80, 98, 698, 718, 738, 758, 778, 796])
        #expect(window.points == times.count)
        var small = ReplayWindow(spacing: 0, bound: 10)
        let refused = small.add([all], isForced: false)
        #expect(!refused && small.paths.isEmpty)
        let forced = small.add([all], isForced: true)
        #expect(forced)
    }

    /// A reader that counts how much an answer may hold.
    private func pages(
        _ archive: FakeArchive,
        bound: Int,
        limit: Int,
        dropsAircraft: Bool
    ) async throws -> [Observation] {
        let narrow = Narrow(archive, limit: limit, dropsAircraft: dropsAircraft)
        let reader = HistoryReader(archive: narrow, realm: .real, givesEverything: true)
        let area = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        let end = Timestamp(seconds: Self.start + 4000)
        var (from, rows, rounds) = (Timestamp(seconds: Self.start - 100), [Observation](), 0)
        while from < end, rounds < 4000 {
            rounds += 1
            var basis = AnswerBasis(realm: .real)
            var window = ReplayWindow(spacing: 0, bound: bound)
            try await reader.window(area, during: from..<end, &basis) { window.add($0, isForced: $1) }
            rows += window.paths.flatMap(\.rows)
            guard let next = basis.next else { return rows }
            #expect(next > from)
            from = next
        }
        Issue.record("no end")
        return rows
    }

    @Test(
        "pages that follow each other hold every row once, whatever the bounds of answer and archive",
        arguments: [
            (50, 1_000_000, false), (1000, 1_000_000, false), (100_000, 1_000_000, false), (1000, 200, false),
            (100_000, 37, false), (50, 20, false), (1000, 200, true), (100_000, 30, true),
        ]
    )
    func paged(bound: Int, limit: Int, dropsAircraft: Bool) async throws {
        var random = SplitMix(state: UInt64(bound + limit))
        let ways = (0..<12).map { index in
            var way = Flights.Way(address: AircraftAddress(icao: UInt32(index + 1)))
            way.from = Self.start + Double(random.below(3000))
            way.rows = 20 + random.below(80)
            way.spacing = 1 + Double(random.below(9))
            return way
        }
        let archive = FakeArchive(Flights.batch(ways, callsign: nil))
        let end = Int64((Self.start + 4000) * 1000)
        var wanted: [Int64] = []
        for way in ways {
            for row in 0..<way.rows { wanted.append(Int64((way.from + Double(row) * way.spacing) * 1000)) }
        }
        wanted = wanted.filter { $0 < end }.sorted()
        let found = try await pages(archive, bound: bound, limit: limit, dropsAircraft: dropsAircraft)
            .map(\.milliseconds).sorted()
        #expect(found == wanted)
    }

    @Test("aircraft whose data are held back are counted once, however many pieces they are in")
    func withheld() async throws {
        var way = Flights.Way()
        (way.rows, way.spacing) = (100, 60)
        let archive = FakeArchive(Flights.batch([way], licence: .unknown))
        let reader = HistoryReader(archive: archive, realm: .real, givesEverything: false)
        let area = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        var basis = AnswerBasis(realm: .real)
        let range = Timestamp(seconds: Self.start)..<Timestamp(seconds: Self.start + 6000)
        var count = 0
        try await reader.window(area, during: range, &basis) { traces, _ in
            count += traces.count
            return true
        }
        #expect(count == 0 && basis.withheld == 1 && basis.next == nil)
    }
}

/// An archive that gives no more rows at once than a bound of its own.
private struct Narrow: TrackArchive {
    let archive: FakeArchive
    let bound: Int
    /// Too much is cut by leaving out whole aircraft, not the end of the time.
    let dropsAircraft: Bool

    init(_ archive: FakeArchive, limit: Int, dropsAircraft: Bool) {
        self.archive = archive
        self.dropsAircraft = dropsAircraft
        bound = limit
    }

    func append(_ batch: ObservationBatch) async throws(ArchiveError) { try await archive.append(batch) }

    func trace(
        of aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        withoutPositions: Bool
    ) async throws(ArchiveError) -> Trace {
        try await archive.trace(of: aircraft, during: during, withoutPositions: withoutPositions)
    }

    func traces(in area: ArchiveArea, during: Range<Timestamp>, limit: Int) async throws(ArchiveError) -> [Trace] {
        guard dropsAircraft else { return try await archive.traces(in: area, during: during, limit: min(limit, bound)) }
        var (traces, rows) = ([Trace](), 0)
        for trace in try await archive.traces(in: area, during: during, limit: limit) where rows <= bound {
            rows += trace.observations.count
            traces.append(trace)
        }
        if rows > bound { for index in traces.indices { traces[index].evidence.isCut = true } }
        return traces
    }

    func aircraft(
        near place: Position,
        within radius: Metres,
        at time: Timestamp,
        limit: Int
    ) async throws(ArchiveError) -> [NearbyAircraft] {
        try await archive.aircraft(near: place, within: radius, at: time, limit: limit)
    }

    func span(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> Range<Timestamp>? {
        try await archive.span(of: aircraft)
    }

    func days(of aircraft: ArchivedAircraft) async throws(ArchiveError) -> [ArchivedDay] {
        try await archive.days(of: aircraft)
    }

    func days(in range: Range<Timestamp>) async throws(ArchiveError) -> [ArchivedDay] {
        try await archive.days(in: range)
    }

    func aircraft(
        heardDuring: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        try await archive.aircraft(heardDuring: heardDuring, after: after, limit: limit)
    }

    func callsigns(of aircraft: ArchivedAircraft, limit: Int) async throws(ArchiveError) -> [ArchivedCallsign] {
        try await archive.callsigns(of: aircraft, limit: limit)
    }

    func names(
        matching prefix: String,
        field: IdentityChange.Field,
        during: Range<Timestamp>,
        limit: Int
    ) async throws(ArchiveError) -> [IdentityChange] {
        try await archive.names(matching: prefix, field: field, during: during, limit: limit)
    }
}
