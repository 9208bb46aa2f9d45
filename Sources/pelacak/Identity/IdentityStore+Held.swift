import Aero
import Site
import Store

extension IdentityStore {
    /// Everything around an address, as the interface tells it.
    ///
    /// - Parameter known: as known then; `nil` for all that was ever held, with the conflicts of now.
    /// - Parameter register: what is shown of each aircraft now; sisters are looked for in it.
    func held(
        around address: AircraftAddress,
        known: Timestamp?,
        in register: some AircraftRegister
    ) throws(IdentityError) -> HeldIdentity {
        let record = try record(of: address, known: known)
        let conflicts = try conflicts(of: .address(address), known: known, limit: 100)
        let named = Set(record.facts.map(\.source) + conflicts.flatMap(\.sources))
        let sources = try sources().filter { named.contains($0.id) }
        return HeldIdentity(
            record: record,
            sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) }),
            conflicts: conflicts,
            sisters: try sisters(of: address, in: register)
        )
    }
}
