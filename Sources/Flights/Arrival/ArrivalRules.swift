/// What arrival estimates assume. All numbers are ours: tuned on generated traffic, with floors for what that has not.
public struct ArrivalRules: Hashable, Sendable {
    /// Airports named, at most.
    public var mostEstimates = 8
    /// The way flown over the straight one.
    public var winding = 1.02
    /// Spread that no estimate goes below, one standard deviation, early and late: holdings and vectors.
    public var earlyFloorSeconds = 40.0
    public var lateFloorSeconds = 120.0
    /// Spread for each second to go, early and late.
    public var earlyRate = 0.035
    public var lateRate = 0.045
    /// Landings so many of which outweigh half of what is expected of any aircraft.
    public var historyWeight = 3.0
    /// Airports that are not among those considered: their part of all landings.
    public var elsewhereShare = 0.05

    public init() {}
}
