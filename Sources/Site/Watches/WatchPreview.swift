public import Aero
public import Watch

/// What a rule would have told.
public struct WatchPreview: Sendable {
    /// In order of time, at most as many as are given.
    public let alerts: [AlertRecord]
    /// How many there were in what was looked at.
    public let count: Int
    /// Whether less was looked at than was asked: too many rows, or too long.
    public let isTruncated: Bool
    public let from: Timestamp
    public let to: Timestamp
    /// Rows that were read, aircraft they were of, and seconds it took.
    public let rows: Int
    public let aircraft: Int
    public let seconds: Double
    /// The most it remembered at once, in pieces of some 100 bytes, and whether it would have been stopped.
    public let size: Int
    public let isStopped: Bool

    public init(
        alerts: [AlertRecord],
        count: Int,
        isTruncated: Bool,
        from: Timestamp,
        to: Timestamp,
        rows: Int,
        aircraft: Int,
        seconds: Double,
        size: Int,
        isStopped: Bool
    ) {
        self.alerts = alerts
        self.count = count
        self.isTruncated = isTruncated
        self.from = from
        self.to = to
        self.rows = rows
        self.aircraft = aircraft
        self.seconds = seconds
        self.size = size
        self.isStopped = isStopped
    }
}
