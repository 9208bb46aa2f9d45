import Aero
import ModeS

@testable import Tracking

/// Rows of aircraft that flew somewhere in the past.
enum Flights {
    /// Midnight of 18 June 2024 UTC, 8 h 40 min before `Tracks.now`.
    static let midnight = 1_718_668_800.0

    /// A way flown: eastwards along a parallel, one row each so many seconds.
    struct Way {
        var address = AircraftAddress(icao: 0x48_4159)
        var from = Flights.midnight + 3600
        var rows = 30
        var spacing = 10.0
        var latitude = 50.0
        var longitude = 1.0
        /// Degrees a row.
        var step = 0.02
        var source = SourceClass.adsbICAO
        var flags: Observation.Flags = []
        /// Rows after which nothing was heard for ten minutes.
        var silences: Set<Int> = []
        var receivers: [UInt32] = [7]
    }

    static func batch(
        _ ways: [Way],
        licence: LicenceTag = .own,
        origin: String? = nil,
        callsign: String? = "KLM1023"
    ) -> ObservationBatch {
        var batch = ObservationBatch(licence: licence, origin: origin)
        for way in ways { add(way, callsign, to: &batch) }
        return batch
    }

    private static func add(_ way: Way, _ callsign: String?, to batch: inout ObservationBatch) {
        let aircraft = ArchivedAircraft(way.address)
        let place = batch.place(of: ReceiverSet(way.receivers))
        var time = way.from
        for row in 0..<way.rows {
            var observation = Observation(
                at: Timestamp(seconds: time),
                sourceClass: way.source,
                flags: way.flags,
                heardBy: place
            )
            observation.position = Position(latitude: way.latitude, longitude: way.longitude + Double(row) * way.step)
            observation.barometricAltitude = Feet(10_000 + row * 100)
            observation.groundSpeed = Knots(300)
            observation.track = Degrees(90)
            observation.verticalRate = FeetPerMinute(640)
            batch.rows.append(.init(aircraft, observation))
            time += way.silences.contains(row) ? 600 : way.spacing
        }
        if let callsign, let name = IdentityChange(aircraft, at: Int64(way.from * 1000), .callsign, callsign) {
            batch.names.append(name)
        }
    }
}
