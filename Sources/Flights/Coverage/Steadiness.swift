import Aero

/// Whether a track has been level and straight for long enough to be carried on.
struct Steadiness: Sendable {
    private var since: KnownPoint?
    private(set) var track: Degrees?
    /// It has been steady since the first point.
    private(set) var isUnbroken = true

    /// Ours: three minutes within 5 degrees and 300 ft, at 100 kt or more.
    private static let seconds = 180.0

    mutating func note(_ point: KnownPoint) {
        track = point.track
        guard let since else {
            since = point
            return
        }
        let isFast = (point.groundSpeed?.rawValue ?? 0) >= 100
        if let now = point.track, let before = since.track, isFast,
            abs(Position.wrapped(now.rawValue - before.rawValue)) <= 5,
            abs(point.altitude.rawValue - since.altitude.rawValue) <= 300
        {
            return
        }
        isUnbroken = false
        self.since = point
    }

    func isSteady(at time: Timestamp) -> Bool { since.map { time.seconds(since: $0.time) >= Self.seconds } ?? false }
}
