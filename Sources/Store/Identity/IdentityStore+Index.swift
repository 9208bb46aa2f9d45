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
            let sources = try Self.sourceNames(database)
            index.reserve(
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(DISTINCT subject) FROM fact
                        WHERE known_to IS NULL AND relation IN (1, 2, 4, 5, 6, 9, 11) AND subject < 33554432
                        """
                ) ?? 0
            )
            // Registration, airframe, type, model, operator, category, list.
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.known_to IS NULL AND f.relation IN (1, 2, 4, 5, 6, 9, 11) AND f.subject < 33554432 ORDER BY f.subject
                    """
            )
            while let row = try rows.next() {
                guard let fact = FactTable.fact(of: row) else { continue }
                if let first = group.first, first.subject != fact.subject {
                    try Self.add(group, at: time, sources, to: &index, in: database)
                    group.removeAll(keepingCapacity: true)
                }
                group.append(fact)
            }
            try Self.add(group, at: time, sources, to: &index, in: database)
            index.finish()
            return index
        }
    }

    /// The same of one aircraft, for who has no index.
    public func aircraft(_ address: AircraftAddress, at time: Timestamp) throws(IdentityError) -> RegisteredAircraft? {
        try read { database in
            var index = IdentityIndex()
            let facts = try Self.facts(of: [.address(address)], known: nil, in: database).filter { $0.known.to == nil }
            try Self.add(facts, at: time, Self.sourceNames(database), to: &index, in: database)
            return index.aircraft(address)
        }
    }

    private static func sourceNames(_ database: Database) throws -> [Int64: String] {
        Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(database, sql: "SELECT id, name FROM source").map {
                ($0[0] as Int64, $0[1] as String)
            }
        )
    }

    private static func add(
        _ facts: [IdentityFact],
        at time: Timestamp,
        _ sources: [Int64: String],
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
        var marks = Self.marks(own)
        if let registration {
            let compact = RegistrationText.compact(registration.fact.object)
            if registration.others.contains(where: { RegistrationText.compact($0.object) != compact }) {
                marks.insert(.isContested)
            }
            if registration.fact.kind == .arithmetic { marks.insert(.isInferred) }
        }
        let type = ShownIdentity.pick(.type, of: facts, at: time)?.fact
        let model = ShownIdentity.pick(.model, of: facts, at: time)?.fact
        let who = ShownIdentity.pick(.aircraftOperator, of: facts, at: time)?.fact
        let shown = [registration?.fact, type, model, who].compactMap(\.self) + own.filter { $0.relation == .category }
        let listed = own.filter { $0.relation == .list && flags[$0.object] != nil }
        if (shown + listed).allSatisfy(\.licence.isRedistributable) { marks.insert(.mayBeHandedOn) }
        index.add(
            RegisteredAircraft(
                address: address,
                registration: registration?.fact.object,
                type: type?.object,
                model: model?.object,
                aircraftOperator: who?.object,
                marks: marks,
                claimants: RegisteredAircraft.Claimants(
                    registration: registration.flatMap { sources[$0.fact.source] },
                    type: type.flatMap { sources[$0.source] },
                    aircraftOperator: who.flatMap { sources[$0.source] }
                )
            )
        )
    }

    /// Lists that are marks of the live path.
    private static let flags: [String: RegisteredAircraft.Marks] = [
        "interesting": .interesting, "PIA": .privacyAddress, "LADD": .limitedDisplay,
    ]

    private static func marks(_ facts: [IdentityFact]) -> RegisteredAircraft.Marks {
        var marks: RegisteredAircraft.Marks = []
        for fact in facts {
            switch fact.relation {
            case .category where fact.object == "military": marks.insert(.military)
            case .list: marks.formUnion(flags[fact.object] ?? [])
            default: continue
            }
        }
        return marks
    }
}
