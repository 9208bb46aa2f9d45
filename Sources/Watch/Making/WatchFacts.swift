public import Aero
public import Flights

/// What events are made of besides what was heard: who is who, what was before, what a silence means.
public protocol WatchFacts: Sendable {
    /// Another number whenever what is said of anybody may have changed.
    var edition: Int { get }

    /// What the register says of an aircraft.
    func identity(of address: AircraftAddress) -> WatchIdentity

    /// What a type can do.
    func limits(ofType type: String?) -> AirframeLimits

    func past(_ question: PastQuestion) async -> WatchPast

    /// - Returns: the label, with P(off) from below; `nil` where it cannot be judged.
    func judgement(_ question: SilenceQuestion) async -> GapLabel?
}
