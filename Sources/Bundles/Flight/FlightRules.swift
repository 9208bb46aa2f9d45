public import Flights

/// The numbers by which flights are told and silences judged.
public struct FlightRules: Hashable, Sendable {
    public var legs = LegRules()
    public var reach = ReachRules()
    public var gaps = GapRules()

    public init() {}
}
