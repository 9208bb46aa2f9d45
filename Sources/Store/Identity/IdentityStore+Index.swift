public import Aero
import GRDB

extension IdentityStore {
    /// Makes the look-up of the live path of what is held now.
    ///
    /// - Parameter time: for which it shall hold; now.
    public func index(at time: Timestamp) throws(IdentityError) -> IdentityIndex {
        try read { database in
            var index = IdentityIndex()
            var group: [IdentityFact] = []
            // Registration, airframe, type, operator, category, list.
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.known_to IS NULL AND f.relation IN (1, 2, 4, 6, 9, 11) AND f.subject < 33554432 ORDER BY f.subject
                    """
            )
            while let row = try rows.next() {
                guard let fact = FactTable.fact(of: row) else { continue }
                if let first = group.first, first.subject != fact.subject {
                    try Self.add(group, at: time, to: &index, in: database)
                    group.removeAll(keepingCapacity: true)
                }
                group.append(fact)
            }
            try Self.add(group, at: time, to: &index, in: database)
            index.finish()
            return index
        }
    }

    private static func add(
        _ facts: [IdentityFact],
        at time: Timestamp,
        to index: inout IdentityIndex,
        in database: Database
    ) throws {
        guard case .address(let address) = facts.first?.subject else { return }
        var facts = facts
        var own = facts
        if let fact = arithmetic(address, beside: facts) { facts.append(fact) }
        // The machine's own facts, where one is named: few are.
        if let shown = ShownIdentity.pick(.airframe, of: own, at: time), let airframe = AirframeID(shown.fact.object) {
            facts += try Self.facts(of: [.airframe(airframe)], known: nil, in: database)
        }
        let registration = ShownIdentity.pick(.registration, of: facts, at: time)
        own.removeAll { $0.polarity == .denies || $0.confidence == .refuted || $0.validity.holds(at: time) == .no }
        var marks: RegisteredAircraft.Marks = []
        for fact in own {
            switch (fact.relation, fact.object) {
            case (.category, "military"): marks.insert(.military)
            case (.list, "interesting"): marks.insert(.interesting)
            case (.list, "PIA"): marks.insert(.privacyAddress)
            case (.list, "LADD"): marks.insert(.limitedDisplay)
            default: continue
            }
        }
        if let registration {
            let compact = RegistrationText.compact(registration.fact.object)
            if registration.others.contains(where: { RegistrationText.compact($0.object) != compact }) {
                marks.insert(.isContested)
            }
            if registration.fact.kind == .arithmetic { marks.insert(.isInferred) }
        }
        index.add(
            RegisteredAircraft(
                address: address,
                registration: registration?.fact.object,
                type: ShownIdentity.pick(.type, of: facts, at: time)?.fact.object,
                aircraftOperator: ShownIdentity.pick(.aircraftOperator, of: facts, at: time)?.fact.object,
                marks: marks
            )
        )
    }
}
