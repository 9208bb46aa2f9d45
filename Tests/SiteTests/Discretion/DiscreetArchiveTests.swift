import Aero
import ModeS
import Testing

@testable import Site
@testable import Tracking

/// An archive behind the rules answers as one in which nothing of the hidden times was ever kept.
@Suite(.timeLimit(.minutes(10)))
struct DiscreetArchiveTests {
    private static let start = Flights.midnight - 2 * 86_400
    private static let fleet = (0..<5).map { AircraftAddress(icao: 0x40_0100 + UInt32($0)) }

    private static func time(_ generator: inout SplitMix) -> Timestamp {
        // Now and then on midnight, where days begin.
        if generator.next() % 3 == 0 { return Timestamp(seconds: start + Double(generator.next() % 4) * 86_400) }
        return Timestamp(seconds: start + Double(generator.next() % (3 * 86_400)))
    }

    private static func rules(_ generator: inout SplitMix) -> [SuppressionRule] {
        (0..<Int(generator.next() % 6)).compactMap { _ in
            let (one, other) = (time(&generator), time(&generator))
            let address = fleet[Int(generator.next() % UInt64(fleet.count))]
            let mode = SuppressionMode.allCases[Int(generator.next() % 4)]
            let rule = SuppressionRule(
                address,
                mode,
                from: generator.next() % 4 == 0 ? nil : min(one, other),
                to: generator.next() % 4 == 0 ? nil : max(one, other),
                reason: .takedown
            )
            return rule.times == nil ? nil : rule
        }
    }

    private static func batch(_ generator: inout SplitMix) -> ObservationBatch {
        var batch = ObservationBatch()
        for address in fleet {
            let aircraft = ArchivedAircraft(address)
            let places = [batch.place(of: ReceiverSet([7])), batch.place(of: ReceiverSet([7, 9]))]
            for _ in 0..<40 {
                var row = Observation(
                    at: time(&generator).advanced(bySeconds: Double(generator.next() % 1000)),
                    sourceClass: .adsbICAO,
                    heardBy: places[Int(generator.next() % 2)]
                )
                if generator.next() % 4 != 0 {
                    row.position = Position(
                        latitude: 50 + Double(generator.next() % 100) / 100,
                        longitude: 1 + Double(generator.next() % 100) / 100
                    )
                }
                batch.rows.append(.init(aircraft, row))
            }
            for number in 0..<6 {
                let moment = time(&generator).milliseconds
                if let name = IdentityChange(aircraft, at: moment, .callsign, "QX\(number)") {
                    batch.names.append(name)
                }
            }
        }
        return batch
    }

    private static func stranger(
        _ archive: FakeArchive,
        _ rules: SuppressionRules,
        _ audience: Audience
    ) -> DiscreetArchive {
        DiscreetArchive(archive, for: audience, tellsReceivers: true) { rules }
    }

    @Test(
        "random rules over random rows: every question has the answer of the world without what is hidden",
        arguments: 0..<60
    )
    func worlds(seed: UInt64) async throws {
        var generator = SplitMix(state: seed)
        let list = Self.rules(&generator)
        let (rules, audience) = (SuppressionRules(list), Audience.allCases[Int(seed % 2)])
        let all = Self.batch(&generator)
        var left = all
        func isHidden(_ aircraft: ArchivedAircraft, _ milliseconds: Int64) -> Bool {
            list.contains { rule in
                rule.mode.hides(from: audience) && rule.address.bits == aircraft.address.bits
                    && (rule.times.map { $0.contains(Timestamp(nanoseconds: milliseconds * 1_000_000)) } ?? false)
            }
        }
        left.rows.removeAll { isHidden($0.aircraft, $0.observation.milliseconds) }
        left.names.removeAll { isHidden($0.aircraft, $0.milliseconds) }
        let (told, meant) = (Self.stranger(FakeArchive(all), rules, audience), FakeArchive(left))
        let whole = Timestamp(seconds: Self.start)..<Timestamp(seconds: Self.start + 4 * 86_400)
        let (one, other) = (Self.time(&generator), Self.time(&generator))
        let part = min(one, other)..<max(one, other).advanced(bySeconds: 1)
        let world = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        for range in [whole, part] {
            for address in Self.fleet + [AircraftAddress(icao: 1)] {
                let aircraft = ArchivedAircraft(address)
                let trace = try await told.trace(of: aircraft, during: range, withoutPositions: true)
                let expected = try await meant.trace(of: aircraft, during: range, withoutPositions: true)
                #expect(trace.observations.map(\.milliseconds) == expected.observations.map(\.milliseconds))
                #expect(Self.heard(trace) == Self.heard(expected))
                #expect(trace.names == expected.names)
                #expect(
                    trace.evidence == expected.evidence
                        || rules.visibleTimes(of: address, in: range, from: audience).count > 1
                )
                #expect(try await told.days(of: aircraft) == meant.days(of: aircraft))
                #expect(try await told.span(of: aircraft) == meant.span(of: aircraft))
            }
            let traces = try await told.traces(in: world, during: range, limit: 100_000)
            let expected = try await meant.traces(in: world, during: range, limit: 100_000)
            #expect(traces.map(\.aircraft) == expected.map(\.aircraft))
            #expect(
                traces.map { $0.observations.map(\.milliseconds) }
                    == expected.map { $0.observations.map(\.milliseconds) }
            )
            #expect(traces.map(\.names) == expected.map(\.names))
            #expect(
                try await told.aircraft(heardDuring: range, after: nil, limit: 2)
                    == meant.aircraft(heardDuring: range, after: nil, limit: 2)
            )
            #expect(
                try await told.aircraft(heardOnlySilently: range, after: nil, limit: 10)
                    == meant.aircraft(heardOnlySilently: range, after: nil, limit: 10)
            )
            #expect(
                try await told.names(matching: "QX", field: .callsign, during: range, limit: 3)
                    == meant.names(matching: "QX", field: .callsign, during: range, limit: 3)
            )
        }
        #expect(try await told.days(in: whole) == meant.days(in: whole))
    }

    private static func heard(_ trace: Trace) -> [Int] {
        trace.observations.map { trace.receiverSets[Int($0.heardBy)].count }
    }

    @Test(
        "where a part of the sky is shown, of an aircraft everything is told as though it was never heard elsewhere",
        arguments: 0..<30
    )
    func partOfTheSky(seed: UInt64) async throws {
        var generator = SplitMix(state: seed &+ 1_000)
        let all = Self.batch(&generator)
        let middle = try #require(Position(latitude: 50.5, longitude: 1.5))
        let shown = ShownSky(middle: middle, range: 25_000)
        var left = all
        left.rows.removeAll { !shown.shows($0.observation.position, altitude: nil) }
        left.names = []
        let told = DiscreetArchive(FakeArchive(all), for: .strangers, tellsReceivers: true, shownSky: shown) { .none }
        let meant = FakeArchive(left)
        let whole = Timestamp(seconds: Self.start)..<Timestamp(seconds: Self.start + 4 * 86_400)
        let (one, other) = (Self.time(&generator), Self.time(&generator))
        let part = min(one, other)..<max(one, other).advanced(bySeconds: 1)
        let rows = Set(left.rows.map(\.observation.milliseconds))
        for range in [whole, part] {
            for aircraft in Self.fleet.map({ ArchivedAircraft($0) }) {
                let trace = try await told.trace(of: aircraft, during: range, withoutPositions: true)
                let expected = try await meant.trace(of: aircraft, during: range, withoutPositions: true)
                #expect(trace.observations.map(\.milliseconds) == expected.observations.map(\.milliseconds))
                // A name is told with a row that is shown, never at the moment it was heard elsewhere.
                #expect(trace.names.allSatisfy { rows.contains($0.milliseconds) })
                #expect(try await told.days(of: aircraft) == meant.days(of: aircraft))
                #expect(try await told.span(of: aircraft) == meant.span(of: aircraft))
                let uses = try await told.callsigns(of: aircraft, limit: 100)
                #expect(uses.allSatisfy { rows.contains($0.first) && rows.contains($0.last) })
            }
            #expect(
                try await told.aircraft(heardDuring: range, after: nil, limit: 100)
                    == meant.aircraft(heardDuring: range, after: nil, limit: 100)
            )
            let names = try await told.names(matching: "QX", field: .callsign, during: range, limit: 100)
            #expect(
                names.allSatisfy { rows.contains($0.milliseconds) && range.lowerBound.milliseconds <= $0.milliseconds }
            )
        }
    }

    @Test("who is nearest is not crowded out by who is hidden")
    func near() async throws {
        let rules = SuppressionRules([SuppressionRule(Self.fleet[0], .public, reason: .ladd)])
        let ways = [
            Flights.Way(address: Self.fleet[0]), Flights.Way(address: Self.fleet[1], latitude: 50.01),
            Flights.Way(address: Self.fleet[2], latitude: 50.02),
        ]
        let archive = Self.stranger(FakeArchive(Flights.batch(ways)), rules, .strangers)
        let place = try #require(Position(latitude: 50, longitude: 1))
        let moment = Timestamp(seconds: Flights.midnight + 3600)
        for limit in 1...3 {
            let near = try await archive.aircraft(near: place, within: 50_000, at: moment, limit: limit)
            #expect(near.map(\.aircraft.address) == Array(Self.fleet[1...2].prefix(limit)))
        }
    }

    @Test("receivers and levels are not told of where that is not allowed, and nothing is written")
    func receivers() async throws {
        var batch = Flights.batch([.init()])
        for index in batch.rows.indices {
            var row = batch.rows[index].observation
            row.level = -12
            batch.rows[index] = .init(batch.rows[index].aircraft, row)
        }
        let archive = DiscreetArchive(FakeArchive(batch), for: .strangers, tellsReceivers: false) { .none }
        let range = Timestamp(seconds: Flights.midnight)..<Timestamp(seconds: Flights.midnight + 86_400)
        let aircraft = ArchivedAircraft(Flights.Way().address)
        let trace = try await archive.trace(of: aircraft, during: range, withoutPositions: true)
        #expect(Set(Self.heard(trace)) == [0] && trace.receiverSets == [.empty])
        #expect(!trace.observations.isEmpty && trace.observations.allSatisfy { $0.level == nil })
        await #expect(throws: ArchiveError.self) { try await archive.append(ObservationBatch()) }
    }
}
