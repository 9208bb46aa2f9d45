public import Aero

/// As of when an identity is asked for.
public struct IdentityQuestion: Hashable, Sendable {
    /// As known then: what was learnt later is not in the answer. `nil`: as known now.
    public var known: Timestamp?
    /// For which moment it shall hold: that of a flight, for example. `nil`: that of `known`, or now.
    public var moment: Timestamp?

    public init(known: Timestamp? = nil, moment: Timestamp? = nil) {
        self.known = known
        self.moment = moment
    }

    /// - Parameter now: the wall's time.
    func time(_ now: Timestamp) -> Timestamp { moment ?? known ?? now }
}
