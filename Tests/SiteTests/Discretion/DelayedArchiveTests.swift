import Aero
import ModeS
import Testing

@testable import Site
@testable import Tracking

/// An archive that is told of later answers as one in which what is later was never kept.
@Suite(.timeLimit(.minutes(10)))
struct DelayedArchiveTests {
    private static let start = Flights.midnight - 86_400
    private static let fleet = (0..<4).map { AircraftAddress(icao: 0x40_0200 + UInt32($0)) }

    private static func time(_ generator: inout SplitMix) -> Timestamp {
        if generator.next() % 4 == 0 { return Timestamp(seconds: start + Double(generator.next() % 4) * 86_400) }
        return Timestamp(seconds: start + Double(generator.next() % (3 * 86_400)))
    }

    private static func batch(_ generator: inout SplitMix) -> ObservationBatch {
        var batch = ObservationBatch()
        for address in fleet {
            let aircraft = ArchivedAircraft(address)
            let place = batch.place(of: ReceiverSet([7]))
            for _ in 0..<30 {
                var row = Observation(at: time(&generator), sourceClass: .adsbICAO, heardBy: place)
                row.position = Position(latitude: 50, longitude: 1 + Double(generator.next() % 100) / 100)
                batch.rows.append(.init(aircraft, row))
            }
            for number in 0..<5 {
                let moment = time(&generator).milliseconds
                if let name = IdentityChange(aircraft, at: moment, .callsign, "QX\(number)") {
                    batch.names.append(name)
                }
            }
        }
        return batch
    }

    @Test("random rows, random ends: every question has the answer of the world that ends there", arguments: 0..<60)
    func worlds(seed: UInt64) async throws {
        var generator = SplitMix(state: seed)
        let all = Self.batch(&generator)
        let end = Self.time(&generator)
        var left = all
        left.rows.removeAll { $0.observation.time >= end }
        left.names.removeAll { $0.milliseconds >= end.milliseconds }
        let (told, meant) = (DelayedArchive(FakeArchive(all)) { end }, FakeArchive(left))
        let whole = Timestamp(seconds: Self.start)..<Timestamp(seconds: Self.start + 4 * 86_400)
        let (one, other) = (Self.time(&generator), Self.time(&generator))
        let part = min(one, other)..<max(one, other).advanced(bySeconds: 1)
        let world = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        for range in [whole, part] {
            for address in Self.fleet {
                let aircraft = ArchivedAircraft(address)
                let trace = try await told.trace(of: aircraft, during: range, withoutPositions: true)
                let expected = try await meant.trace(of: aircraft, during: range, withoutPositions: true)
                #expect(trace.observations == expected.observations)
                #expect(trace.names == expected.names)
                #expect(try await told.span(of: aircraft)?.upperBound ?? end <= end)
                let days = try await meant.days(of: aircraft)
                #expect(
                    try await told.days(of: aircraft) == days.filter { Double($0.number + 1) * 86_400 <= end.seconds }
                )
            }
            let traces = try await told.traces(in: world, during: range, limit: 100_000)
            let expected = try await meant.traces(in: world, during: range, limit: 100_000)
            #expect(traces.map(\.aircraft) == expected.map(\.aircraft))
            #expect(traces.map(\.observations) == expected.map(\.observations))
            #expect(
                try await told.aircraft(heardDuring: range, after: nil, limit: 2)
                    == meant.aircraft(heardDuring: range, after: nil, limit: 2)
            )
            #expect(
                try await told.names(matching: "QX", field: .callsign, during: range, limit: 9)
                    == meant.names(matching: "QX", field: .callsign, during: range, limit: 9)
            )
        }
        let days = try await meant.days(in: whole)
        #expect(try await told.days(in: whole) == days.filter { Double($0.number + 1) * 86_400 <= end.seconds })
        let place = try #require(Position(latitude: 50, longitude: 1.5))
        let near = try await told.aircraft(near: place, within: 100_000, at: end, limit: 10)
        #expect(near.isEmpty)
        await #expect(throws: ArchiveError.self) { try await told.append(ObservationBatch()) }
    }
}
