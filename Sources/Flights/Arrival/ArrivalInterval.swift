public import Aero

/// When a landing is expected: an interval that holds nine in ten, the middle, and what is possible at all.
public struct ArrivalInterval: Hashable, Sendable {
    /// Nothing can be earlier: the straight way at the highest speed with the strongest tail wind.
    public let soonest: Timestamp
    /// 5 % of landings are earlier.
    public let early: Timestamp
    /// Half are earlier.
    public let middle: Timestamp
    /// 5 % are later.
    public let late: Timestamp
    /// When its fuel is used up.
    public let latest: Timestamp
    /// Probability that it has landed by now; 0 for an aircraft that is heard now.
    public let landedProbability: Double

    /// From 5 % to 95 %.
    public var span: Span { Span(earliest: early, latest: late) ?? Span(at: middle) }
}
