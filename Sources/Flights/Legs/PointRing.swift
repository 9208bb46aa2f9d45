/// The last points of an aircraft, some seconds apart: bounded whatever comes.
struct PointRing: Sendable {
    private var points: [FlightPoint] = []
    private var next = 0

    private static let capacity = 32
    private static let spacingMilliseconds: Int64 = 4_000

    var last: FlightPoint? { points.isEmpty ? nil : points[(next + Self.capacity - 1) % Self.capacity % points.count] }

    mutating func append(_ point: FlightPoint) {
        if let last, point.milliseconds - last.milliseconds < Self.spacingMilliseconds,
            last.isOnGround == point.isOnGround
        {
            return
        }
        if points.count < Self.capacity {
            points.append(point)
            next = points.count % Self.capacity
        } else {
            points[next] = point
            next = (next + 1) % Self.capacity
        }
    }

    mutating func removeAll() {
        points.removeAll(keepingCapacity: true)
        next = 0
    }

    /// In the order of time.
    var inOrder: [FlightPoint] {
        points.count < Self.capacity ? points : Array(points[next...]) + Array(points[..<next])
    }

    /// Those of the last seconds before a moment.
    func within(seconds: Double, before milliseconds: Int64) -> [FlightPoint] {
        inOrder.filter {
            $0.milliseconds <= milliseconds && milliseconds - $0.milliseconds <= Int64(seconds * 1_000)
        }
    }

    /// Three of the last five points in the air go down, or up, by more than 200 ft a minute.
    func trend(upTo milliseconds: Int64) -> Trend {
        let recent = inOrder.filter { $0.milliseconds <= milliseconds && !$0.isOnGround }.suffix(6)
        var (up, down) = (0, 0)
        for (before, point) in zip(recent, recent.dropFirst()) {
            var rate = point.rate
            if rate == nil, let high = point.altitude, let low = before.altitude,
                point.milliseconds > before.milliseconds
            {
                rate = (high - low) / point.seconds(since: before) * 60
            }
            if let rate, rate < -200 { down += 1 }
            if let rate, rate > 200 { up += 1 }
        }
        let few = min(3, max(1, recent.count - 1))
        return down >= few ? .descending : up >= few ? .climbing : .level
    }
}
