public import Aero

/// What is held around an address: facts, who says them, what contradicts, who stands near.
public struct HeldIdentity: Sendable {
    public var record: IdentityRecord
    /// By `IdentitySource.id`; those that `record` and `conflicts` name.
    public var sources: [Int64: IdentitySource]
    public var conflicts: [HeldConflict]
    public var sisters: [SisterAircraft]

    public init(
        record: IdentityRecord,
        sources: [Int64: IdentitySource] = [:],
        conflicts: [HeldConflict] = [],
        sisters: [SisterAircraft] = []
    ) {
        self.record = record
        self.sources = sources
        self.conflicts = conflicts
        self.sisters = sisters
    }

    /// The name of the source of one of the facts.
    func sourceName(_ id: Int64) -> String {
        id == AddressMeaning.source.id ? AddressMeaning.source.name : sources[id]?.name ?? "?"
    }

    /// What is said of an aircraft nobody knows: what its address says by itself.
    public static func unknown(_ address: AircraftAddress) -> HeldIdentity {
        let rule = AddressMeaning(address).fact(known: KnowledgeInterval(from: Timestamp(nanoseconds: .min)))
        return HeldIdentity(record: IdentityRecord(address: address, facts: rule.map { [$0] } ?? []))
    }
}
