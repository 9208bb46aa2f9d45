public import Aero
import GRDB

extension IdentityStore {
    /// All facts about subjects, with those of the airframes that carried them.
    ///
    /// - Parameter known: as known then: `known.from <= then < known.to`. `nil` for all that was ever held.
    public func facts(
        of subjects: [IdentitySubject],
        known: Timestamp? = nil
    ) throws(IdentityError) -> [IdentityFact] {
        try read { try Self.facts(of: subjects, known: known, in: $0) }
    }

    /// All that is held, or was, around an address; what its state's rule says among it, except for a privacy address.
    ///
    /// - Parameter known: as known then; `nil` for all that was ever held, so that `IdentityRecord` can be asked for any day.
    public func record(of address: AircraftAddress, known: Timestamp? = nil) throws(IdentityError) -> IdentityRecord {
        try read { database in
            var facts = try Self.facts(of: [.address(address)], known: known, in: database)
            var airframes = Set(facts.lazy.filter { $0.relation == .airframe }.compactMap { AirframeID($0.object) })
            if let fact = Self.arithmetic(address, beside: facts) { facts.append(fact) }
            let marks = Set(
                facts.lazy.filter { $0.relation == .registration }.map { RegistrationText.compact($0.object) }
                    .filter(RegistrationText.isDistinct)
            )
            if !marks.isEmpty {
                airframes.formUnion(
                    try Self.airframes(known: known, in: database).filter { marks.contains($0.mark) }.map(\.airframe)
                )
            }
            if !airframes.isEmpty {
                facts += try Self.facts(of: airframes.sorted().map { .airframe($0) }, known: known, in: database)
            }
            return IdentityRecord(address: address, facts: facts)
        }
    }

    /// Facts that name a registration, operator, callsign, fleet, list or airframe exactly.
    ///
    /// - Parameter limit: at most so many.
    public func facts(
        naming object: String,
        as relation: IdentityRelation,
        known: Timestamp? = nil,
        limit: Int = 1_000
    ) throws(IdentityError) -> [IdentityFact] {
        try read { database in
            let change = try known.map { try FactTable.change(by: $0, in: database) }
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.object = ? AND f.relation = ? AND f.relation \(FactTable.byObject) AND \(FactTable.held(after: change))
                    ORDER BY f.subject LIMIT ?
                    """,
                arguments: [object, relation.rawValue, limit]
            ).compactMap(FactTable.fact)
        }
    }

    /// Addresses of which somebody says now that they bear a registration, with hyphen or without, by themselves or by the machine that
    /// carries them; rising.
    ///
    /// - Parameter limit: at most so many.
    public func addresses(bearing registration: String, limit: Int) throws(IdentityError) -> [AircraftAddress] {
        let spellings = RegistrationText.spellings(of: registration)
        guard !spellings.isEmpty else { return [] }
        let marks = databaseQuestionMarks(count: spellings.count)
        return try read { database in
            try Int64.fetchAll(
                database,
                sql: """
                    WITH said AS (
                        SELECT subject FROM fact WHERE object IN (\(marks)) AND relation = 1 AND relation \(FactTable.byObject)
                            AND known_to IS NULL
                    ), machine AS (SELECT 'af' || (subject - 4294967296) AS name FROM said WHERE subject >= 4294967296)
                    SELECT subject FROM said WHERE subject < 33554432
                    UNION SELECT f.subject FROM machine JOIN fact f ON f.object = machine.name AND f.relation = 2
                    WHERE f.relation \(FactTable.byObject) AND f.known_to IS NULL AND f.subject < 33554432
                    ORDER BY 1 LIMIT ?
                    """,
                arguments: StatementArguments(spellings) + [limit]
            ).compactMap { code in
                if case .address(let address) = IdentitySubject(code: code) { address } else { nil }
            }
        }
    }

    /// Aircraft whose address differs by one bit, of which something is held.
    public func addressesOneBitAway(from address: AircraftAddress) throws(IdentityError) -> [AircraftAddress] {
        try read { database in
            try SiblingRule.oneBitAway(address).filter { near in
                try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM fact WHERE subject = ? AND known_to IS NULL)",
                    arguments: [near.rawValue]
                ) ?? false
            }
        }
    }

    /// All sources, with the version and sum of what was last imported of each.
    public func sources() throws(IdentityError) -> [IdentitySource] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT s.id, s.name, s.kind, s.licence, c.version, s.location, c.sha256 FROM source s
                    LEFT JOIN change c ON c.id = (SELECT max(i.id) FROM change i WHERE i.source = s.id AND i.kind = 1
                        AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = i.id)) ORDER BY s.id
                    """
            ).compactMap { row in
                guard let kind = IdentitySourceKind(rawValue: UInt8(clamping: row[2] as Int64)) else { return nil }
                return IdentitySource(
                    id: row[0],
                    name: row[1],
                    kind: kind,
                    licence: LicenceTag(rawValue: row[3]) ?? .unknown,
                    version: row[4] ?? "",
                    location: row[5],
                    sha256: row[6] ?? ""
                )
            }
        }
    }

    /// Every registration that is said of an airframe, as letters and digits: there are few airframes.
    ///
    /// - Parameter known: as known then; `nil` for all that was ever held.
    static func airframes(
        known: Timestamp?,
        in database: Database
    ) throws -> [(mark: [UInt8], registration: String, airframe: AirframeID)] {
        let change = try known.map { try FactTable.change(by: $0, in: database) }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT subject, object FROM fact WHERE subject >= 4294967296 AND relation = 1
                AND (?1 IS NULL OR known_from <= ?1 AND (known_to IS NULL OR known_to > ?1)) ORDER BY subject, object
                """,
            arguments: [change]
        ).compactMap { row in
            let registration: String = row[1]
            return IdentitySubject(code: row[0])?.airframe.map {
                (RegistrationText.compact(registration), registration, $0)
            }
        }
    }

    static func facts(of subjects: [IdentitySubject], known: Timestamp?, in database: Database) throws -> [IdentityFact]
    {
        let change = try known.map { try FactTable.change(by: $0, in: database) }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(FactTable.columns) FROM \(FactTable.tables)
                WHERE f.subject = ? AND (?2 IS NULL OR f.known_from <= ?2 AND (f.known_to IS NULL OR f.known_to > ?2))
                """
        )
        return try subjects.flatMap { subject in
            try Row.fetchAll(statement, arguments: [subject.code, change]).compactMap(FactTable.fact)
        }
    }

    /// What the state's rule says, true since ever; nothing for an address that a list calls a privacy one.
    static func arithmetic(_ address: AircraftAddress, beside facts: [IdentityFact]) -> IdentityFact? {
        let isPrivacy = facts.contains { $0.relation == .list && $0.object == "PIA" && $0.polarity == .says }
        guard !isPrivacy else { return nil }
        return AddressMeaning(address).fact(known: KnowledgeInterval(from: Timestamp(nanoseconds: .min)))
    }
}
