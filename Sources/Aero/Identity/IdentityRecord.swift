/// All facts around an address: its own, and those of the airframes that carried it, or that bear its registration.
public struct IdentityRecord: Sendable {
    public let address: AircraftAddress
    public private(set) var facts: [IdentityFact]

    /// - Parameter facts: in any order; those of other addresses are passed over.
    public init(address: AircraftAddress, facts: [IdentityFact]) {
        self.address = address
        self.facts = facts.filter { fact in
            if case .address(let other) = fact.subject { return other == address }
            return true
        }
    }

    /// The airframe that carried the address at a time: the one somebody names; where nobody does, the only one that bears the registration
    /// shown for the address then, which must be more than digits.
    public func airframe(at time: Timestamp, known: Timestamp? = nil) -> AirframeID? {
        if let named = ShownIdentity.pick(.airframe, of: own, at: time, known: known) {
            return AirframeID(named.fact.object)
        }
        guard let registration = ShownIdentity.pick(.registration, of: own, at: time, known: known) else { return nil }
        let mark = RegistrationText.compact(registration.fact.object)
        guard RegistrationText.isDistinct(mark) else { return nil }
        var bearer: AirframeID?
        for (airframe, facts) in Dictionary(grouping: facts, by: \.subject.airframe) {
            guard let airframe, let borne = ShownIdentity.pick(.registration, of: facts, at: time, known: known),
                RegistrationText.compact(borne.fact.object) == mark
            else { continue }
            guard bearer == nil else { return nil }
            bearer = airframe
        }
        return bearer
    }

    /// What is shown of a relation for a moment: a flight asks for its own.
    ///
    /// Facts of the airframe valid then count beside the address's own; those of another airframe do not.
    public func shown(_ relation: IdentityRelation, at time: Timestamp, known: Timestamp? = nil) -> ShownIdentity? {
        let carried = airframe(at: time, known: known)
        return ShownIdentity.pick(
            relation,
            of: facts.lazy.filter { fact in
                switch fact.subject {
                case .address: true
                case .airframe(let airframe): airframe == carried
                }
            },
            at: time,
            known: known
        )
    }

    private var own: [IdentityFact] { facts.filter { $0.subject == .address(address) } }
}
