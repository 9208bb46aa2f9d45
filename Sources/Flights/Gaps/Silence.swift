public import Aero

/// A silence of one aircraft that was airborne when it began.
public struct Silence: Hashable, Sendable {
    public let aircraft: AircraftAddress
    public let kind: TransponderKind
    public let last: SilenceEnd
    /// `nil` where it has not been heard again.
    public let next: SilenceEnd?
    /// Until when nothing was heard: the time of `next`, or of now.
    public let until: Timestamp

    /// - Returns: `nil` unless it ends later than it begins.
    public init?(aircraft: AircraftAddress, kind: TransponderKind, from last: SilenceEnd, to next: SilenceEnd) {
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
    public init?(aircraft: AircraftAddress, kind: TransponderKind, from last: SilenceEnd, silentUntil until: Timestamp) {
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
