public import Aero
public import Flights
public import Tracking

/// Makes points of an aircraft's archived rows: few enough to keep, and all that stretches of hearing are told by.
///
/// Kept is a point every few minutes, the first and the last around a silence, and both sides of a touch of the ground. Rows that were
/// doubted when they were heard are left out. Rows without a position count where it is known where their receiver stood.
public struct PointSieve: Sendable {
    /// Seconds between points that say nothing new.
    private static let spacing = 240.0
    /// A longer silence keeps what was heard last before it.
    private static let silence = 600.0
    /// A last point that follows the one before sooner stands in for it.
    private static let close = 90.0
    /// For so many seconds after a position a row without one says nothing more, and a height holds.
    private static let fresh = 300.0
    /// Of one aircraft; more is no aircraft.
    public static let most = 20_000

    private var points: [HeardPoint] = []
    private var waiting: HeardPoint?
    private var lastPlaced: Timestamp?
    private var height: (value: Feet, time: Timestamp)?
    private let place: @Sendable (_ receiver: UInt32, _ time: Timestamp) -> ReceiverPlace?

    /// - Parameter place: where a receiver stood at a time, by the archive's number; `nil` where that is not known.
    public init(place: @escaping @Sendable (_ receiver: UInt32, _ time: Timestamp) -> ReceiverPlace? = { _, _ in nil })
    {
        self.place = place
    }

    /// Takes the next piece of a trace; what overlaps with the one before is passed over.
    public mutating func take(_ trace: Trace) {
        for row in trace.observations {
            guard !row.flags.contains(.doubtful), !row.flags.contains(.stale) else { continue }
            let set = Int(row.heardBy)
            let receivers = trace.receiverSets.indices.contains(set) ? trace.receiverSets[set] : .empty
            if let point = point(row, receivers) { take(point) }
        }
    }

    /// In the order of time.
    public consuming func finished() -> [HeardPoint] {
        flush()
        return points
    }

    private mutating func point(_ row: Observation, _ receivers: ReceiverSet) -> HeardPoint? {
        let time = row.time
        let altitude = altitude(of: row)
        if let position = row.position {
            lastPlaced = time
            return HeardPoint(time: time, position: position, altitude: altitude)
        }
        if let lastPlaced, time.seconds(since: lastPlaced) < Self.fresh { return nil }
        guard let receiver = receivers.ids.compactMap({ place($0, time) }).first else { return nil }
        return HeardPoint(
            time: time,
            heardAt: receiver.position,
            altitude: altitude,
            antenna: receiver.antenna
        )
    }

    /// 0 on the ground alone; the height of a moment before where the row has none.
    private mutating func altitude(of row: Observation) -> Feet? {
        if row.flags.contains(.onGround) {
            height = (0, row.time)
            return 0
        }
        if let told = row.barometricAltitude ?? row.geometricAltitude {
            let value: Feet = told == 0 ? 25 : told
            height = (value, row.time)
            return value
        }
        guard let height, height.value != 0, row.time.seconds(since: height.time) < 60 else { return nil }
        return height.value
    }

    private mutating func take(_ point: HeardPoint) {
        guard let before = waiting ?? points.last else { return points.append(point) }
        guard point.time >= before.time, points.count < Self.most else { return }
        let isTouch = point.isOnGround != before.isOnGround
        if isTouch || point.time.seconds(since: before.time) > Self.silence { flush() }
        if isTouch || points.last.map({ point.time.seconds(since: $0.time) >= Self.spacing }) ?? true {
            waiting = nil
            points.append(point)
        } else {
            waiting = point
        }
    }

    private mutating func flush() {
        guard let last = waiting else { return }
        waiting = nil
        // Two points a moment apart tell no climb from level flight.
        if points.count > 1, let kept = points.last, last.time.seconds(since: kept.time) < Self.close,
            kept.isOnGround == last.isOnGround,
            kept.time.seconds(since: points[points.count - 2].time) <= Self.silence,
            points[points.count - 2].isOnGround == kept.isOnGround
        {
            points.removeLast()
        }
        points.append(last)
    }
}
