public import Aero
import GRDB

extension IdentityStore {
    /// Aircraft that stand near one: neighbouring registrations of the same type and operator, then addresses one bit away of which
    /// something is held.
    ///
    /// - Parameter index: what is shown of each now.
    public func sisters(
        of address: AircraftAddress,
        in index: some AircraftRegister
    ) throws(IdentityError) -> [SisterAircraft] {
        var sisters: [SisterAircraft] = []
        if let own = index.aircraft(address), let registration = own.registration, own.type != nil {
            var found: Set<AircraftAddress> = []
            for name in SiblingRule.neighbours(of: registration) {
                for fact in try facts(naming: name, as: .registration, limit: 20) {
                    guard case .address(let other) = fact.subject, let aircraft = index.aircraft(other),
                        SiblingRule.isProbableSibling(own, aircraft), found.insert(other).inserted
                    else { continue }
                    sisters.append(SisterAircraft(aircraft, .neighbour))
                }
            }
        }
        for other in try addressesOneBitAway(from: address) {
            let aircraft = index.aircraft(other) ?? RegisteredAircraft(address: other)
            sisters.append(SisterAircraft(aircraft, .oneBit))
        }
        return sisters
    }

    /// The number of the last change of what is held: who keeps a copy makes another when it differs. 0 where nothing was ever changed.
    public func lastChange() throws(IdentityError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM change") ?? 0 }
    }

    /// What is wrong with the database itself; empty where it is whole.
    public func problems() throws(IdentityError) -> [String] {
        try read { database in
            try String.fetchAll(database, sql: "PRAGMA quick_check(20)").filter { $0 != "ok" }
        }
    }

    /// Facts that are held now.
    public func heldFacts() throws(IdentityError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM fact WHERE known_to IS NULL") ?? 0 }
    }
}
