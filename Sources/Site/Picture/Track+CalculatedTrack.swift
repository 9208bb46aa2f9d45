import Aero
import Tracking

extension Track {
    /// Where it flies as its last places tell, for an aircraft that does not say so itself.
    ///
    /// Ours: from the newest point of the trail that is at least 100 m away from the last position, not older than two minutes before it;
    /// nearer points tell more of rounding than of direction.
    func calculatedTrack(at now: Timestamp) -> Degrees? {
        guard let fix, now.seconds(since: fix.time) <= Listing.currentSeconds else { return nil }
        for point in trail.points.reversed() {
            guard fix.time.seconds(since: point.time) <= 120,
                let place = Position(latitude: point.latitude, longitude: point.longitude)
            else { return nil }
            if Geodesy.distance(place, fix.position) >= 100 {
                return Geodesy.initialBearing(from: place, to: fix.position)
            }
            if point.flags.contains(.afterGap) { return nil }
        }
        return nil
    }
}
