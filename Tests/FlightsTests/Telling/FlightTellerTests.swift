import Aero
import ModeS
import Testing
import Tracking

@testable import Flights

/// What the telling makes of where receivers stand.
struct FlightTellerTests {
    private static let aircraft = ArchivedAircraft(AircraftAddress(icao: 0x8A_0001))
    private static let near = ReceiverPlace(position: OneField.homePlace, antenna: 20)
    private static let far = ReceiverPlace(position: OneField.place(-30, 100), antenna: 20)

    /// Twenty minutes at 30,000 ft past the field.
    private static var rows: [Observation] {
        var script = Script(at: OneField.place(44, 6), altitude: 30_000, track: 90)
        script.move(1_200, speed: 400)
        return script.rows.map { row in
            var row = row
            row.heardBy = 1
            return row
        }
    }

    private func told(
        _ rows: [Observation],
        place: @escaping @Sendable (UInt32, Timestamp) -> ReceiverPlace?
    ) -> FlightAccount {
        var teller = FlightTeller(
            Self.aircraft,
            context: OneField.context,
            limits: .unknown,
            placeOfReceiver: place
        )
        for minute in Dictionary(grouping: rows, by: { $0.milliseconds / 60_000 }).sorted(by: { $0.key < $1.key }) {
            let sets = [ReceiverSet.empty, ReceiverSet([7])]
            teller.take(Trace(Self.aircraft, observations: minute.value, receiverSets: sets))
        }
        let end = rows[rows.count - 1].time.advanced(bySeconds: 900)
        return teller.finish(at: end, asked: Script.start..<end)
    }

    @Test("a place says nothing of rows that were heard before it was known")
    func since() throws {
        let rows = Self.rows
        let moved = rows[rows.count / 2].time
        let account = told(rows) { _, time in time < moved ? nil : Self.far }
        let stretch = try #require(account.doubtful.first)
        #expect(account.doubtful.count == 1 && stretch.reason == .beyondHorizon)
        #expect(stretch.span.earliest >= moved && stretch.span.earliest.seconds(since: moved) < 60)
        #expect(account.lastPlaced.map { $0.sighting.time < moved.advanced(bySeconds: 60) } == true)
        #expect(told(rows) { _, _ in Self.near }.doubtful.isEmpty)
        #expect(told(rows) { _, _ in nil }.doubtful.isEmpty)
    }

    @Test("what others computed, or send again, may be heard where the aircraft is not")
    func ofOthers() {
        for source in [SourceClass.tisbICAO, .adsrICAO] {
            let rows = Self.rows.map { row in
                var row = row
                row.sourceClass = source
                return row
            }
            #expect(told(rows) { _, _ in Self.far }.doubtful.isEmpty, "\(source)")
        }
        #expect(!told(Self.rows) { _, _ in Self.far }.doubtful.isEmpty)
    }

    @Test("a first row after a silence keeps those who heard it, whoever hears the next")
    func firstRow() throws {
        let other = ReceiverPlace(position: OneField.place(45, 14), antenna: 20)
        let rows = Self.rows.map { row in
            var row = row
            row.position = nil
            row.sourceClass = .modeS
            return row
        }
        // The last by itself after two minutes, heard by the near one; then nothing that is believed, heard by the other.
        var alone = try #require(rows.last)
        alone.milliseconds += 120_000
        var wrong = alone
        wrong.milliseconds += 30_000
        wrong.flags.insert(.doubtful)
        wrong.heardBy = 2
        var teller = FlightTeller(Self.aircraft, context: OneField.context, limits: .unknown) { number, _ in
            number == 7 ? Self.near : other
        }
        let sets = [ReceiverSet.empty, ReceiverSet([7]), ReceiverSet([8])]
        teller.take(Trace(Self.aircraft, observations: rows + [alone, wrong], receiverSets: sets))
        let end = wrong.time.advanced(bySeconds: 900)
        let account = teller.finish(at: end, asked: Script.start..<end)
        let silence = try #require(account.silentSince)
        #expect(silence.sighting.time == alone.time)
        #expect(silence.sighting.whereabouts.discs == [Self.near.disc(altitude: 30_000)])
    }

    @Test("whoever is heard without a position is in reach of who heard him, where that is known, and else anywhere")
    func discs() throws {
        let rows = Self.rows.map { row in
            var row = row
            row.position = nil
            row.sourceClass = .modeS
            return row
        }
        let known = try #require(told(rows) { _, _ in Self.near }.silentSince).sighting.whereabouts
        #expect(known.discs == [Self.near.disc(altitude: 30_000)])
        // The radio horizon of 30,000 ft (390 km) and of 20 m (18 km), and a tenth.
        #expect(abs(known.narrowest.radius.rawValue - 449_000) < 5_000, "\(known.narrowest.radius)")
        let unknown = try #require(told(rows) { _, _ in nil }.silentSince).sighting.whereabouts
        #expect(unknown == .anywhere)
        // Placed a minute before, it is where it can have flown since, and there in reach.
        var both = Self.rows
        for index in both.indices.suffix(12) {
            both[index].position = nil
            both[index].sourceClass = .modeS
        }
        let end = try #require(told(both) { _, _ in Self.near }.silentSince).sighting.whereabouts
        #expect(end.discs.count == 2 && end.narrowest.radius < 30_000)
    }
}
