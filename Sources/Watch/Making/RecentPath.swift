import Aero

/// The last places of an aircraft, half a minute apart: bounded whatever comes.
struct RecentPath: Sendable {
    private(set) var points: [PathPoint] = []

    private static let capacity = 90
    private static let seconds = 30.0

    mutating func add(_ position: Position, at time: Timestamp) {
        if let last = points.last, time.seconds(since: last.time) < Self.seconds { return }
        if points.count >= Self.capacity { points.removeFirst(Self.capacity / 3) }
        points.append(PathPoint(time: time, position: position))
    }
}
