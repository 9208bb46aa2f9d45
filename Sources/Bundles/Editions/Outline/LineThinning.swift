/// Douglas and Peucker, once for all tolerances: each point gets the one up to which it stays.
struct LineThinning {
    private let points: [ChartPoint]
    /// Degrees; the ends stay always.
    private let weights: [Double]
    private let extent: Double
    private let isClosed: Bool

    init(_ points: [ChartPoint]) {
        self.points = points
        extent = ChartBox(around: points)?.extent ?? 0
        isClosed = points.first == points.last
        weights = Self.weights(points)
    }

    /// What stays at a tolerance in degrees; nothing of a line that would be a speck then.
    func points(_ tolerance: Double) -> [ChartPoint] {
        guard extent >= (isClosed ? 2 : 1) * tolerance else { return [] }
        return zip(points, weights).filter { $0.1 > tolerance }.map(\.0)
    }

    private static func weights(_ points: [ChartPoint]) -> [Double] {
        guard points.count > 1 else { return points.map { _ in .infinity } }
        var weights = Array(repeating: 0.0, count: points.count)
        (weights[0], weights[points.count - 1]) = (.infinity, .infinity)
        var left = [(first: 0, last: points.count - 1, bound: Double.infinity)]
        while let (first, last, bound) = left.popLast() {
            guard last - first > 1 else { continue }
            var (farthest, place) = (-1.0, first + 1)
            for number in (first + 1)..<last {
                let distance = squared(points[number], from: points[first], to: points[last])
                if distance > farthest { (farthest, place) = (distance, number) }
            }
            // No point stays longer than the one that parts the line it lies in.
            let weight = min(bound, farthest.squareRoot())
            weights[place] = weight
            left.append((first, place, weight))
            left.append((place, last, weight))
        }
        return weights
    }

    /// Of the distance from a straight line, in degrees.
    private static func squared(_ point: ChartPoint, from: ChartPoint, to: ChartPoint) -> Double {
        let (dx, dy) = (to.longitude - from.longitude, to.latitude - from.latitude)
        var (x, y) = (point.longitude - from.longitude, point.latitude - from.latitude)
        let length = dx * dx + dy * dy
        if length > 0 {
            let share = min(1, max(0, (x * dx + y * dy) / length))
            (x, y) = (x - share * dx, y - share * dy)
        }
        return x * x + y * y
    }
}
