import Aero

extension HeldIdentity {
    /// Without what came under terms that forbid handing it on: facts of such sources, contradictions in which they speak, and what they say
    /// of sisters.
    ///
    /// - Returns: what is left, and how many facts are not in it.
    func forwardable() -> (identity: HeldIdentity, withheld: Int) {
        let facts = record.facts.filter(\.licence.isRedistributable)
        var open = HeldIdentity(record: IdentityRecord(address: record.address, facts: facts))
        open.sources = sources.filter(\.value.licence.isRedistributable)
        open.conflicts = conflicts.filter { $0.sources.allSatisfy { open.sources[$0] != nil } }
        open.sisters = sisters.compactMap { sister in
            if sister.aircraft.marks.contains(.mayBeHandedOn) { return sister }
            // That an address differs by one bit is arithmetic.
            return sister.ground == .oneBit
                ? SisterAircraft(RegisteredAircraft(address: sister.aircraft.address), .oneBit) : nil
        }
        return (open, record.facts.count - facts.count)
    }
}
