public import Aero

/// An alert with all that is told of it.
public struct FoundAlert: Sendable {
    public let alert: WatchAlert
    public let rule: WatchRule
    /// What was known of its aircraft then.
    public let snapshots: [AircraftAddress: AircraftSnapshot]
    /// In the order of the alert's; `nil` where nothing more is remembered than that it was.
    public let events: [RememberedEvent?]
    /// Where its aircraft were lately.
    public let paths: [AircraftAddress: [PathPoint]]
    /// Who heard its aircraft in the last minutes in which they were.
    public let heard: [AircraftAddress: [HeardMinute]]
    /// Data that must not be handed on were among what was heard of its aircraft: nobody but the operator is told.
    public let isRestricted: Bool

    public init(
        alert: WatchAlert,
        rule: WatchRule,
        snapshots: [AircraftAddress: AircraftSnapshot],
        events: [RememberedEvent?],
        paths: [AircraftAddress: [PathPoint]] = [:],
        heard: [AircraftAddress: [HeardMinute]] = [:],
        isRestricted: Bool = false
    ) {
        self.alert = alert
        self.rule = rule
        self.snapshots = snapshots
        self.events = events
        self.paths = paths
        self.heard = heard
        self.isRestricted = isRestricted
    }
}
