/// Finds contradictions in facts that stream by, one address or one registration after the other.
///
/// It is given facts that are held, sorted by address (`Pass.byAddress`) or by compact registration (`Pass.byRegistration`), and keeps no more
/// than one group of them: any number of facts goes through the same memory.
public struct ConflictFinder {
    public enum Pass: Hashable, Sendable {
        /// Arithmetic, blocks, sources against each other, texts that are no registrations.
        case byAddress
        /// One registration on two addresses.
        case byRegistration
    }

    /// Facts of one group that are compared; those beyond are counted.
    public static let largestGroup = 64

    /// Facts that were not compared because their group was larger.
    public private(set) var passedOver = 0

    private let pass: Pass
    private var group: [IdentityFact] = []
    private var key: [UInt8] = []

    public init(_ pass: Pass) { self.pass = pass }

    /// Takes a fact; what was found in the group before it comes out when it begins another.
    public mutating func add(_ fact: IdentityFact, into found: inout [IdentityConflict]) {
        guard fact.relation == .registration, fact.polarity == .says, fact.confidence != .refuted,
            case .address(let address) = fact.subject
        else { return }
        switch pass {
        case .byAddress:
            if let first = group.first, first.subject != fact.subject { finish(into: &found) }
        case .byRegistration:
            // Only what is a registration can be on two aircraft.
            guard RegistrationText.fault(in: fact.object, state: AddressBlocks.state(of: address)) == nil else {
                return
            }
            let compact = RegistrationText.compact(fact.object)
            if compact != key { finish(into: &found) }
            key = compact
        }
        if group.count < Self.largestGroup { group.append(fact) } else { passedOver += 1 }
    }

    /// Ends the last group.
    public mutating func finish(into found: inout [IdentityConflict]) {
        switch pass {
        case .byAddress: compareAtAddress(into: &found)
        case .byRegistration: compareAddresses(into: &found)
        }
        group.removeAll(keepingCapacity: true)
    }

    // MARK: - One address

    private func compareAtAddress(into found: inout [IdentityConflict]) {
        guard let first = group.first, case .address(let address) = first.subject else { return }
        let meaning = AddressMeaning(address)
        var sound: [(fact: IdentityFact, compact: [UInt8])] = []
        for fact in group {
            if RegistrationText.fault(in: fact.object, state: meaning.state) != nil {
                note(.noRegistration, [fact.object], [fact], into: &found)
                continue
            }
            let compact = RegistrationText.compact(fact.object)
            sound.append((fact, compact))
        }
        // The same thing said by several sources is looked at once, and is of all of them.
        for (index, one) in sound.enumerated() where !sound[..<index].contains(where: { $0.compact == one.compact }) {
            judge(sound.filter { $0.compact == one.compact }.map(\.fact), one.compact, meaning, into: &found)
        }
        var reported: Set<[[UInt8]]> = []
        for (index, one) in sound.enumerated() {
            for other in sound[(index + 1)...]
            where one.compact != other.compact && one.fact.validity.overlaps(other.fact.validity) == .yes {
                let pair = [one.compact, other.compact].sorted { $0.lexicographicallyPrecedes($1) }
                guard reported.insert(pair).inserted else { continue }
                let said = sound.filter { pair.contains($0.compact) }.map(\.fact)
                note(.sources, [one.fact.object, other.fact.object].sorted(), said, into: &found)
            }
        }
    }

    /// - Parameter facts: those that say the same registration, the first of them first.
    private func judge(
        _ facts: [IdentityFact],
        _ compact: [UInt8],
        _ meaning: AddressMeaning,
        into found: inout [IdentityConflict]
    ) {
        guard let fact = facts.first, fact.kind != .arithmetic, let state = meaning.state else { return }
        let painted = Self.painted(fact.object, compact)
        let states = NationalityMarks.states(of: painted)
        if !states.isEmpty, !states.contains(state) {
            note(.outsideBlock, [fact.object, state.description], facts, into: &found)
            return
        }
        guard meaning.range != .military else { return }
        if let inference = Registration.inference(of: painted) {
            guard inference.address != meaning.address else { return }
            let expected = meaning.registration?.registration
            note(
                .arithmetic,
                [fact.object, inference.address.hex] + (expected.map { [$0] } ?? []),
                facts,
                rule: inference.rule,
                into: &found
            )
        } else if let inference = meaning.registration, RegistrationText.compact(inference.registration) != compact {
            note(.arithmetic, [fact.object, inference.registration], facts, rule: inference.rule, into: &found)
        }
    }

    /// With the hyphen where a rule wants it, if it has none: `RA64508`, `CFABC`.
    private static func painted(_ text: String, _ compact: [UInt8]) -> String {
        let plain = String(decoding: compact, as: UTF8.self)
        guard !text.utf8.contains(UInt8(ascii: "-")) else { return text.uppercased() }
        for length in 1...2 where compact.count > length {
            let hyphened = String(plain.prefix(length)) + "-" + plain.dropFirst(length)
            if Registration.inference(of: hyphened) != nil { return hyphened }
        }
        return plain
    }

    // MARK: - One registration

    private func compareAddresses(into found: inout [IdentityConflict]) {
        guard group.count > 1 else { return }
        var reported: Set<[String]> = []
        for (index, one) in group.enumerated() {
            for other in group[(index + 1)...]
            where one.subject != other.subject && one.validity.overlaps(other.validity) == .yes {
                let pair = [one.subject.description, other.subject.description].sorted()
                guard reported.insert(pair).inserted else { continue }
                let lower = one.subject.code < other.subject.code ? one : other
                found.append(
                    IdentityConflict(
                        .twoAddresses,
                        subject: lower.subject,
                        values: [one.object] + pair,
                        facts: group.filter { $0.subject == one.subject || $0.subject == other.subject }
                    )
                )
            }
        }
    }

    private func note(
        _ kind: IdentityConflict.Kind,
        _ values: [String],
        _ facts: [IdentityFact],
        rule: RegistrationRule? = nil,
        into found: inout [IdentityConflict]
    ) {
        found.append(IdentityConflict(kind, subject: facts.first?.subject, values: values, facts: facts, rule: rule))
    }
}
