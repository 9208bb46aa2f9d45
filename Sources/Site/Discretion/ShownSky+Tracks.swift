import Aero
import Tracking

extension ShownSky {
    /// Whether an aircraft is shown where it is now.
    func shows(_ summary: TrackSummary) -> Bool {
        guard !isWhole else { return true }
        let altitude = summary.isOnGround == true ? 0 : summary.barometricAltitude ?? summary.geometricAltitude
        return shows(summary.position, altitude: altitude)
    }

    /// Whether a point of a path is shown.
    func shows(_ point: TrailPoint) -> Bool {
        let place = Position(latitude: point.latitude, longitude: point.longitude)
        return shows(place, altitude: point.flags.contains(.onGround) ? 0 : point.altitude)
    }
}
