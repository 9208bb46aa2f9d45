/// A value that changes rarely, as our own part of a trace document tells it: since when, which, what.
public struct TraceName: Hashable, Sendable {
    /// Since 1970, UTC.
    public let milliseconds: Int64
    /// `callsign`, `squawk`, …: as it stands there.
    public let field: String
    public let value: String
}
