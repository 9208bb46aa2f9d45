public import Aero

/// When an arrival is announced, with every reasonable reading kept, and what bounds it from outside.
///
/// Without readings a stop is known by its order alone.
public struct ArrivalWindow: Hashable, Sendable {
    /// Their weights add up to 1; empty where nothing is said of the time.
    public let readings: [ArrivalReading]
    /// Not before and not after: by the order of stops, a meeting that bounds the landing, an event's end. `nil` is no bound.
    public let earliest: Timestamp?
    public let latest: Timestamp?

    public init(readings: [ArrivalReading] = [], earliest: Timestamp? = nil, latest: Timestamp? = nil) {
        self.readings = readings
        self.earliest = earliest
        self.latest = latest
    }

    /// The earliest moment that any reading and the bounds allow; `nil` if that side is open.
    public var start: Timestamp? {
        let starts = readings.map(\.start)
        let said = starts.contains(nil) ? nil : starts.compactMap(\.self).min()
        return [said, earliest].compactMap(\.self).max()
    }

    /// The latest moment that any reading and the bounds allow; `nil` if that side is open.
    public var end: Timestamp? {
        let ends = readings.map(\.end)
        let said = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
        return [said, latest].compactMap(\.self).min()
    }
}
