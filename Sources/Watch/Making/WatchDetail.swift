public import Aero
public import Flights

/// What is known of an event beyond what rules ask: told with an alert as its evidence.
public enum WatchDetail: Hashable, Sendable {
    /// A take-off or landing: interval, airports with shares, runway.
    case legEnd(LegEnd)
    /// A silence that was judged; P(off) is at least that. `nil` where it could not be judged.
    case silence(since: Timestamp, GapLabel?)
    case reappeared(WatchPast)
}
