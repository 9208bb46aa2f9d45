/// All facts around an address: its own, and those of the airframes that carried it.
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

    /// The airframe that carried the address at a time.
    public func airframe(at time: Timestamp, known: Timestamp? = nil) -> AirframeID? {
        ShownIdentity.pick(.airframe, of: own, at: time, known: known).flatMap { AirframeID($0.fact.object) }
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
