public import Aero

/// What the engine tells.
public enum WatchOutput: Hashable, Sendable {
    case alert(WatchAlert)
    /// A rule remembered more than it may and was stopped; the others go on. `size` counts what it remembered.
    case stopped(ruleID: String, version: Int, at: Timestamp, size: Int)
}
