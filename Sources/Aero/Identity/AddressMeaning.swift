/// What an address says by itself, without any list.
public struct AddressMeaning: Hashable, Sendable {
    public let address: AircraftAddress
    /// The state whose block holds it.
    public let state: StateCode?
    public let range: AddressRange?
    /// Inferred, with its rule and how often that held.
    public let registration: Registration.Inference?

    public init(_ address: AircraftAddress) {
        self.address = address
        state = AddressBlocks.state(of: address)
        range = AddressRange.of(address)
        registration = Registration.inference(from: address)
    }

    /// The inferred registration as a fact of the kind `arithmetic`; `nil` where no rule reaches.
    public func fact(known: KnowledgeInterval) -> IdentityFact? {
        registration.map { inference in
            IdentityFact(
                .address(address),
                .registration,
                inference.registration,
                known: known,
                source: Self.source.id,
                kind: .arithmetic,
                licence: .own,
                confidence: inference.rule.isWeak ? .doubtful : .probable,
                reason: "rule \(inference.rule.name)"
            )
        }
    }

    /// The source of such facts; its number is no imported one's.
    public static let source = IdentitySource(id: 0, name: "arithmetic", kind: .arithmetic, licence: .own)
}
