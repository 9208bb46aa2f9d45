import Aero
import Flights
import ModeS
import Simulation
import Testing
import Tracking

/// The reconstructed trip, from frames through the table and the archive's writer to legs: nothing is heard over East Siberia and the DPRK.
struct StateVisitTests {
    private static let group: [UInt32] = [0xD57710, 0xD57712, 0xD57718, 0xD57820, 0xD57714]

    private static let logs: [UInt32: FlightLog] = {
        var sky = SyntheticSky(scene: .stateVisit, seed: 1)
        var table = TrackTable()
        var writer = ObservationWriter()
        let feed = FeedID(rawValue: 1)
        let wanted = Set(group)
        var rows: [UInt32: [Observation]] = [:]
        func keep(_ batches: [ObservationBatch]) {
            for row in batches.flatMap(\.rows) where wanted.contains(row.aircraft.address.bits) {
                rows[row.aircraft.address.bits, default: []].append(row.observation)
            }
        }
        var frames: [ReceivedFrame] = []
        var now = sky.start
        while let end = sky.end, now < end {
            now = now.advanced(bySeconds: 60)
            frames.removeAll(keepingCapacity: true)
            sky.advance(to: now, into: &frames)
            for frame in frames { _ = table.ingest(frame, from: feed, into: &writer) }
            keep(table.settle(&writer, at: now) { _, _ in 1 })
        }
        keep(table.finish(&writer) { _, _ in 1 })
        let gazetteer = GeneratedTraffic.gazetteer
        // There is a receiver at every airport outside the DPRK.
        let context = LegContext(
            gazetteer: gazetteer,
            unheard: { slot in
                gazetteer.airport(at: slot).country.description == "KP" ? 1 : 0.03
            }
        )
        return rows.mapValues { rows in
            var builder = LegBuilder(context, limits: AirframeTable().limits(ofType: "IL96"))
            var events: [FlightEvent] = []
            for row in rows { builder.take(row, into: &events) }
            builder.finish(at: now, into: &events)
            return FlightLog(events)
        }
    }()

    @Test(arguments: group) func invariants(address: UInt32) throws {
        let log = try #require(Self.logs[address])
        Invariants.check(log)
    }

    @Test func theStopsOfTheFirstAircraft() throws {
        let log = try #require(Self.logs[0xD57710])
        let legs = log.legs
        let first = try #require(legs.first)
        // Taxiing had no place here; what does not follow is not said.
        #expect(first.takeoff.knowing == .observed)
        #expect(first.takeoff.field == "UUWW" || first.takeoff.fields.isEmpty)
        // Half an hour and more in the hole over Siberia: one leg, no stop fits.
        #expect(first.gaps.contains { $0.seconds > 1_800 })
        #expect(first.landing?.field == "UEEE" && first.landing?.knowing == .observed)
        let stop = try #require(log.stops().first)
        #expect(stop.field == "UEEE" && stop.kind == .stop)
        #expect(legs.dropFirst().first?.takeoff.field == "UEEE")
    }

    @Test func theWayHomeOfTheDecoyIsOneLegThroughItsHoles() throws {
        let legs = try #require(Self.logs[0xD57714]).legs
        #expect(legs.count == 2)
        #expect(legs.first?.landing?.field == "VVNB" && legs.last?.takeoff.field == "VVNB")
    }

    @Test func theStopOfWhichNothingIsHeard() throws {
        let log = try #require(Self.logs[0xD57710])
        // From before the landing at 17:22 on the 18th to after the take-off at 15:00 on the 19th.
        let gap = try #require(log.gaps.first { $0.seconds > 15 * 3_600 })
        #expect(gap.stopProbability == 1)
        #expect(gap.leading.story == .stopped(field: "ZKPY"))
        let landing = try #require(gap.stopLanding)
        let takeoff = try #require(gap.stopTakeoff)
        let (down, up) = (Timestamp(seconds: 1_718_731_320), Timestamp(seconds: 1_718_809_200))
        #expect(landing.span.contains(down) && takeoff.span.contains(up))
        #expect(landing.knowing != .observed && takeoff.knowing != .observed)
    }
}
