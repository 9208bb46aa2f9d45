import Aero

/// Made facts.
enum IdentityFacts {
    static func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Timestamp {
        // Days since 1970 by Howard Hinnant's formula for civil dates.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Timestamp(nanoseconds: Int64(days) * 86_400_000_000_000)
    }

    static func fact(
        _ address: UInt32,
        _ relation: IdentityRelation,
        _ object: String,
        _ kind: IdentitySourceKind = .list,
        source: Int64 = 1,
        validity: Validity = .always,
        known: Timestamp = day(2026),
        until: Timestamp? = nil,
        confidence: IdentityConfidence = .probable,
        polarity: IdentityFact.Polarity = .says
    ) -> IdentityFact {
        IdentityFact(
            .address(AircraftAddress(icao: address)),
            relation,
            object,
            validity: validity,
            known: KnowledgeInterval(from: known, to: until),
            source: source,
            kind: kind,
            licence: .own,
            confidence: confidence,
            polarity: polarity
        )
    }

    /// A registration.
    static func fact(
        _ address: UInt32,
        _ object: String,
        _ kind: IdentitySourceKind = .list,
        source: Int64 = 1,
        validity: Validity = .always,
        known: Timestamp = day(2026),
        until: Timestamp? = nil,
        confidence: IdentityConfidence = .probable,
        polarity: IdentityFact.Polarity = .says
    ) -> IdentityFact {
        fact(
            address,
            .registration,
            object,
            kind,
            source: source,
            validity: validity,
            known: known,
            until: until,
            confidence: confidence,
            polarity: polarity
        )
    }

    /// All that is found in facts, in both passes.
    static func conflicts(_ facts: [IdentityFact]) -> [IdentityConflict] {
        var found: [IdentityConflict] = []
        var byAddress = ConflictFinder(.byAddress)
        for fact in facts.sorted(by: { $0.subject.code < $1.subject.code }) { byAddress.add(fact, into: &found) }
        byAddress.finish(into: &found)
        var byRegistration = ConflictFinder(.byRegistration)
        let sorted = facts.map { ($0, RegistrationText.compact($0.object)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }
        for (fact, _) in sorted { byRegistration.add(fact, into: &found) }
        byRegistration.finish(into: &found)
        return found
    }
}
