import Aero

/// The last places of an aircraft, half a minute apart: bounded whatever comes.
struct RecentPath: Sendable {
    private var points: [PathPoint] = []

    private static let capacity = 120
    private static let forgotten = 20
    private static let seconds = 30.0
    /// What is told of a time: half an hour. As much is there a quarter of an hour later still, so that it is the same however rows came.
    private static let told = 60

    /// The last places up to a time.
    func points(until time: Timestamp) -> [PathPoint] { Array(points.filter { $0.time <= time }.suffix(Self.told)) }

    mutating func add(_ position: Position, at time: Timestamp) {
        if let last = points.last, time.seconds(since: last.time) < Self.seconds { return }
        if points.count >= Self.capacity { points.removeFirst(Self.forgotten) }
        points.append(PathPoint(time: time, position: position))
    }
}
