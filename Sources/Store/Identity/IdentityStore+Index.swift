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
            let bearers = try Bearers(database)
            index.reserve(
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(DISTINCT subject) FROM fact
                        WHERE known_to IS NULL AND relation IN (1, 2, 4, 5, 6, 7, 9, 10, 11) AND subject < 33554432
                        """
                ) ?? 0
            )
            func add(_ facts: [IdentityFact], of subject: IdentitySubject) throws {
                guard case .address(let address) = subject else { return }
                try Self.add(facts, of: address, at: time, sources, bearers, to: &index, in: database)
            }
            // Registration, airframe, type, model, operator, its code, category, fleet, list.
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.known_to IS NULL AND f.relation IN (1, 2, 4, 5, 6, 7, 9, 10, 11) AND f.subject < 33554432 ORDER BY f.subject
                    """
            )
            while let row = try rows.next() {
                guard let fact = FactTable.fact(of: row) else { continue }
                if let before = group.first?.subject, before != fact.subject {
                    try add(group, of: before)
                    group.removeAll(keepingCapacity: true)
                }
                group.append(fact)
            }
            if let last = group.first?.subject { try add(group, of: last) }
            // Airframes whose state's rule gives the address, though nobody says anything of that address itself.
            for address in bearers.byRule
            where try Self.facts(of: [.address(address)], known: nil, in: database).isEmpty {
                try add([], of: .address(address))
            }
            index.finish()
            return index
        }
    }

    /// The same of one aircraft, for who has no index.
    public func aircraft(_ address: AircraftAddress, at time: Timestamp) throws(IdentityError) -> RegisteredAircraft? {
        try read { database in
            var index = IdentityIndex()
            let facts = try Self.facts(of: [.address(address)], known: nil, in: database).filter { $0.known.to == nil }
            let (sources, bearers) = (try Self.sourceNames(database), try Bearers(database))
            try Self.add(facts, of: address, at: time, sources, bearers, to: &index, in: database)
            return index.aircraft(address)
        }
    }

    /// Where an aircraft belongs, for who has no index.
    public func belonging(of address: AircraftAddress, at time: Timestamp) throws(IdentityError) -> AircraftBelonging? {
        try read { database in
            var index = IdentityIndex()
            let facts = try Self.facts(of: [.address(address)], known: nil, in: database).filter { $0.known.to == nil }
            let (sources, bearers) = (try Self.sourceNames(database), try Bearers(database))
            try Self.add(facts, of: address, at: time, sources, bearers, to: &index, in: database)
            return index.belonging(of: address)
        }
    }

    private static func sourceNames(_ database: Database) throws -> [Int64: String] {
        Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(database, sql: "SELECT id, name FROM source").map {
                ($0[0] as Int64, $0[1] as String)
            }
        )
    }

    /// The airframes that bear a registration by what is held now.
    private struct Bearers {
        private var airframes: [[UInt8]: Set<AirframeID>] = [:]
        /// The addresses that rules give for their registrations, rising.
        private(set) var byRule: [AircraftAddress] = []

        init(_ database: Database) throws {
            let now = Timestamp(nanoseconds: .max)
            var addresses: Set<AircraftAddress> = []
            for (mark, registration, airframe) in try IdentityStore.airframes(known: now, in: database) {
                airframes[mark, default: []].insert(airframe)
                if let address = Registration.address(of: registration.uppercased()) { addresses.insert(address) }
            }
            byRule = addresses.sorted { $0.rawValue < $1.rawValue }
        }

        func airframes(bearing registration: String) -> Set<AirframeID> {
            airframes.isEmpty ? [] : airframes[RegistrationText.compact(registration)] ?? []
        }
    }

    private static func add(
        _ said: [IdentityFact],
        of address: AircraftAddress,
        at time: Timestamp,
        _ sources: [Int64: String],
        _ bearers: Bearers,
        to index: inout IdentityIndex,
        in database: Database
    ) throws {
        var facts = said
        if let fact = arithmetic(address, beside: said) { facts.append(fact) }
        let carried = try machine(of: address, facts, at: time, bearers, in: database)
        facts += carried
        var own = said + carried
        guard !own.isEmpty else { return }
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
        index.add(belonging(own, at: time), of: address)
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

    /// The facts held now of the machine that carries an address: the one somebody names, or the only one that bears its registration. Few
    /// addresses have one.
    private static func machine(
        of address: AircraftAddress,
        _ facts: [IdentityFact],
        at time: Timestamp,
        _ bearers: Bearers,
        in database: Database
    ) throws -> [IdentityFact] {
        var airframes: Set<AirframeID> = []
        if let named = ShownIdentity.pick(.airframe, of: facts, at: time) {
            airframes = AirframeID(named.fact.object).map { [$0] } ?? []
        } else if let registration = ShownIdentity.pick(.registration, of: facts, at: time) {
            airframes = bearers.airframes(bearing: registration.fact.object)
        }
        guard !airframes.isEmpty else { return [] }
        let machines = try Self.facts(of: airframes.map { .airframe($0) }, known: nil, in: database)
        guard let airframe = IdentityRecord(address: address, facts: facts + machines).airframe(at: time) else {
            return []
        }
        return machines.filter { $0.subject == .airframe(airframe) && $0.known.to == nil }
    }

    /// - Parameter facts: without those that do not hold.
    private static func belonging(_ facts: [IdentityFact], at time: Timestamp) -> AircraftBelonging {
        AircraftBelonging(
            operatorCode: ShownIdentity.pick(.operatorCode, of: facts, at: time)?.fact.object,
            category: ShownIdentity.pick(.category, of: facts, at: time)?.fact.object,
            fleet: ShownIdentity.pick(.fleet, of: facts, at: time)?.fact.object,
            lists: facts.filter { $0.relation == .list }.map(\.object)
        )
    }

    /// Lists that are marks of the live path.
    private static let flags: [String: RegisteredAircraft.Marks] = [
        "interesting": .interesting, "state aircraft": .interesting, "PIA": .privacyAddress, "LADD": .limitedDisplay,
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
