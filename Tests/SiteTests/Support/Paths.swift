import Aero
import ModeS

@testable import Tracking

/// Tracks that went somewhere.
enum Paths {
    static func fix(_ latitude: Double, _ longitude: Double, at seconds: Double, onGround: Bool = false) -> Fix? {
        Position(latitude: latitude, longitude: longitude).map { position in
            Fix(
                position: position,
                time: Timestamp(seconds: seconds),
                source: .frame(.extendedSquitter, typeCode: 11),
                sourceClass: .adsbICAO,
                feed: FeedID(rawValue: 0),
                method: .global,
                isOnGround: onGround
            )
        }
    }

    /// A place at a time.
    struct Stop {
        var seconds: Double
        var latitude: Double
        var longitude: Double
        var onGround = false
        var motion = TrailPoint.Motion(altitude: 10_000, groundSpeed: 300, track: 90, verticalRate: 640)
    }

    /// An aircraft that was at these places, the last of them its position now.
    static func track(_ stops: [Stop]) -> Track { track(AircraftAddress(icao: 0x3C_0001), stops) }

    static func track(_ address: AircraftAddress, _ stops: [Stop]) -> Track {
        var track = Track(
            address: address,
            time: Timestamp(seconds: stops.first?.seconds ?? 0),
            sourceClass: .adsbICAO
        )
        for stop in stops {
            guard let fix = fix(stop.latitude, stop.longitude, at: stop.seconds, onGround: stop.onGround) else {
                continue
            }
            track.fix = fix
            track.lastHeard = fix.time
            track.trail.note(fix, stop.motion, isDoubtful: false)
        }
        return track
    }

    /// Eastwards along 50 N, a point every 20 s, 0.05 degrees apart.
    static func eastwards(
        _ address: AircraftAddress = AircraftAddress(icao: 0x3C_0001),
        from seconds: Double,
        points: Int
    ) -> Track {
        track(
            address,
            (0..<points).map { Stop(seconds: seconds + Double($0) * 20, latitude: 50, longitude: Double($0) * 0.05) }
        )
    }
}
