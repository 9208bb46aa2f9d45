import Aero
import ModeS
import Tracking

/// Where an aircraft was at an instant, read off its trail.
///
/// Between two points of an unbroken path it is on the straight line between them: the trail leaves out only points that lie near it. Where
/// nothing was heard it is nowhere.
struct PathSample {
    var latitude: Double
    var longitude: Double
    var isOnGround: Bool
    /// As the trail's points have it.
    var altitude: Double?
    var groundSpeed: Double?
    var sourceClass: SourceClass

    /// How long a last position still counts. Seconds.
    static let holdSeconds = 30.0

    /// - Returns: `nil` when the aircraft was not heard then.
    init?(_ track: Track, at time: Timestamp) { self.init(FlownPath(track), at: time) }

    /// - Returns: `nil` when the aircraft was not heard then.
    init?(_ path: FlownPath, at time: Timestamp) {
        let points = path.points
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let before = points[low - 1]
        self.init(before)
        let elapsed = time.seconds(since: before.time)
        if low < points.count, !points[low].flags.contains(.afterGap) {
            let after = points[low]
            advance(to: (after.latitude, after.longitude), elapsed / max(1e-3, after.time.seconds(since: before.time)))
        } else if low == points.count, let fix = path.fix, fix.time > before.time,
            fix.time.seconds(since: before.time) <= Self.joinSeconds
        {
            let share = elapsed / fix.time.seconds(since: before.time)
            guard share <= 1 || time.seconds(since: fix.time) <= Self.holdSeconds else { return nil }
            advance(to: (fix.position.latitude, fix.position.longitude), min(1, share))
        } else if elapsed > Self.holdSeconds {
            return nil
        }
    }

    /// Two positions further apart in time are not joined. Seconds; the trail's own gap.
    private static let joinSeconds = 120.0

    private init(_ point: TrailPoint) {
        latitude = point.latitude
        longitude = point.longitude
        isOnGround = point.flags.contains(.onGround)
        altitude = point.altitude?.rawValue
        groundSpeed = point.groundSpeed?.rawValue
        sourceClass = point.sourceClass
    }

    private mutating func advance(to end: (latitude: Double, longitude: Double), _ share: Double) {
        latitude += (end.latitude - latitude) * share
        longitude = Position.wrapped(longitude + Position.wrapped(end.longitude - longitude) * share)
    }
}
