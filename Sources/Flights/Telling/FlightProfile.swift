public import Aero
public import Tracking

/// How high and how fast an aircraft was, minute by minute, as far as it was heard.
public struct FlightProfile: Hashable, Sendable {
    private struct Minute: Hashable, Sendable {
        /// Since 1970.
        let number: Int64
        /// Feet and knots; `nil` where no row of the minute tells.
        var altitude: Double?
        var speed: Double?
    }

    /// Rising.
    private var minutes: [Minute] = []

    public init() {}

    /// Takes a row; later than those before.
    public mutating func note(_ row: Observation) {
        let number = row.milliseconds / 60_000
        let altitude = (row.barometricAltitude ?? row.geometricAltitude)?.rawValue
        let speed = row.groundSpeed?.rawValue
        guard altitude != nil || speed != nil else { return }
        if minutes.last?.number != number { minutes.append(Minute(number: number)) }
        let place = minutes.count - 1
        if let altitude { minutes[place].altitude = max(minutes[place].altitude ?? altitude, altitude) }
        if let speed { minutes[place].speed = max(minutes[place].speed ?? speed, speed) }
    }

    /// The highest that was heard in a time, to the minute; `nil` where nothing tells.
    public func highest(in span: Span) -> Feet? { part(span).compactMap(\.altitude).max().map { Feet($0) } }

    /// The highest ground speed likewise.
    public func fastest(in span: Span) -> Knots? { part(span).compactMap(\.speed).max().map { Knots($0) } }

    private func part(_ span: Span) -> ArraySlice<Minute> {
        let (first, last) = (span.earliest.milliseconds / 60_000, span.latest.milliseconds / 60_000)
        let start = minutes.partitioningIndex { $0.number >= first }
        let end = minutes.partitioningIndex { $0.number > last }
        return minutes[start..<max(start, end)]
    }
}

extension Array {
    /// The first place at which something holds that holds at all after it.
    fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
