public import Aero

/// How surely an aircraft in cruise is heard, by cells of two degrees.
public struct AirCoverage: Sendable {
    /// P(heard | flying there) by row from the south pole times 180 and column from 180° W; `nil` where nobody was known to fly.
    public let cells: [Double?]

    public static let none = AirCoverage(cells: [])

    /// - Parameter cells: 90 rows of 180, or none at all.
    public init(cells: [Double?]) { self.cells = cells.count == 90 * 180 ? cells : [] }

    public func probability(at place: Position) -> Double? {
        guard !cells.isEmpty else { return nil }
        let row = min(89, max(0, Int((place.latitude + 90) / 2)))
        let column = min(179, max(0, Int((place.longitude + 180) / 2)))
        return cells[row * 180 + column]
    }

    /// The share of a great circle on which an aircraft is heard; air of which nothing is known counts as not heard.
    public func share(from start: Position, to end: Position) -> Double {
        guard !cells.isEmpty else { return 0 }
        let steps = 24
        var sum = 0.0
        for step in 0..<steps {
            let place = Geodesy.intermediate(from: start, to: end, fraction: (Double(step) + 0.5) / Double(steps))
            sum += probability(at: place) ?? 0
        }
        return sum / Double(steps)
    }
}
