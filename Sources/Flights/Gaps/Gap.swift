public import Aero

/// A silence of one aircraft that was airborne when it began.
public struct Gap: Hashable, Sendable {
    public let aircraft: AircraftAddress
    public let kind: TransponderKind
    public let last: GapEnd
    /// `nil` where it has not been heard again.
    public let next: GapEnd?
    /// Until when nothing was heard: the time of `next`, or of now.
    public let until: Timestamp

    /// - Returns: `nil` unless it ends later than it begins.
    public init?(aircraft: AircraftAddress, kind: TransponderKind, from last: GapEnd, to next: GapEnd) {
        guard next.time > last.time else { return nil }
        self.aircraft = aircraft
        self.kind = kind
        self.last = last
        self.next = next
        until = next.time
    }

    /// A silence that goes on.
    ///
    /// - Returns: `nil` unless `until` is later than the last point.
    public init?(aircraft: AircraftAddress, kind: TransponderKind, from last: GapEnd, silentUntil until: Timestamp) {
        guard until > last.time else { return nil }
        self.aircraft = aircraft
        self.kind = kind
        self.last = last
        next = nil
        self.until = until
    }

    /// From the last point to the first after it, or to now.
    public var span: Span { Span(earliest: last.time, latest: until) ?? Span(at: last.time) }
    /// Seconds.
    public var duration: Double { until.seconds(since: last.time) }
}
