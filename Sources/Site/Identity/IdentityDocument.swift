import Aero

/// `/api/v1/identity/{hex}`: who it is, by whom, since when, and what contradicts.
struct IdentityDocument {
    let address: AircraftAddress
    var held: HeldIdentity
    let question: IdentityQuestion
    /// The wall's time.
    let now: Timestamp
    /// Facts that may not be handed on and are left out.
    var withheld = 0
    /// `nil` where no history is kept.
    var heard: HeardAircraft?

    /// Facts, conflicts and sisters of one answer; what is shown goes before the others.
    static let mostFacts = 400
    static let mostConflicts = 100
    static let mostSisters = 50

    var json: [UInt8] {
        var json = JSONWriter(capacity: 8192)
        json.beginObject()
        json.member("hex", address.hex)
        json.member("asOf", question.known)
        json.member("at", question.moment)
        writeAddress(&json)
        let picked = shown
        json.key("shown")
        json.beginArray()
        for identity in picked { write(identity, &json) }
        json.endArray()
        writeFacts(first: Set(picked.map(\.fact)), &json)
        json.member("withheld", withheld)
        writeSources(&json)
        writeConflicts(&json)
        writeSisters(&json)
        heard?.write(to: &json)
        json.endObject()
        return json.bytes
    }

    /// What is shown of each relation of which an aircraft has one at a time.
    private var shown: [ShownIdentity] {
        IdentityRelation.allCases.filter { $0.isSingle && $0 != .airframe }.compactMap { relation in
            held.record.shown(relation, at: question.time(now), known: question.known)
        }
    }

    // MARK: - Parts

    /// What the address says by itself.
    private func writeAddress(_ json: inout JSONWriter) {
        let meaning = AddressMeaning(address)
        json.key("address")
        json.beginObject()
        json.member("state", meaning.state?.description)
        json.member("range", meaning.range?.name)
        if isPrivacyAddress { json.member("privacy", true) }
        if let inference = meaning.registration, !isPrivacyAddress {
            json.key("registration")
            json.beginObject()
            json.member("value", inference.registration)
            json.member("known", "inferred")
            json.member("rule", inference.rule.name)
            json.member("weak", inference.rule.isWeak)
            json.member("rightInLargeList", inference.rule.inLargeList?.share, decimals: 4)
            json.member("rightInStateList", inference.rule.inStateList?.share, decimals: 4)
            json.endObject()
        }
        json.endObject()
    }

    /// A list calls it an address of the FAA's privacy programme: nothing is inferred from such a one.
    private var isPrivacyAddress: Bool {
        held.record.facts.contains { $0.relation == .list && $0.object == "PIA" && $0.polarity == .says && isHeld($0) }
    }

    private func isHeld(_ fact: IdentityFact) -> Bool {
        question.known.map(fact.known.holds) ?? (fact.known.to == nil)
    }

    private func write(_ identity: ShownIdentity, _ json: inout JSONWriter) {
        let fact = identity.fact
        json.beginObject()
        json.member("relation", fact.relation.name)
        json.member("value", fact.object)
        json.member("known", fact.kind.howKnown)
        json.member("source", sourceName(fact.source))
        json.member("confidence", fact.confidence.name)
        json.member("holds", identity.holding == .yes ? "yes" : "perhaps")
        json.key("others")
        json.strings(identity.others.map(\.object))
        json.endObject()
    }

    /// - Parameter first: goes before the others, so that what is shown has its reason in the answer also where it is cut.
    private func writeFacts(first: Set<IdentityFact>, _ json: inout JSONWriter) {
        let facts = held.record.facts.sorted { one, other in
            let (left, right) = (first.contains(one), first.contains(other))
            if left != right { return left }
            if isHeld(one) != isHeld(other) { return isHeld(one) }
            return (one.relation.rawValue, one.object, one.source, one.known.from)
                < (other.relation.rawValue, other.object, other.source, other.known.from)
        }
        json.key("facts")
        json.beginArray()
        for fact in facts.prefix(Self.mostFacts) { write(fact, &json) }
        json.endArray()
        json.member("isCut", facts.count > Self.mostFacts)
    }

    private func write(_ fact: IdentityFact, _ json: inout JSONWriter) {
        json.beginObject()
        if case .airframe(let airframe) = fact.subject { json.member("airframe", airframe.description) }
        json.member("relation", fact.relation.name)
        json.member("value", fact.object)
        if fact.polarity == .denies { json.member("denies", true) }
        json.member("known", fact.kind.howKnown)
        json.member("source", sourceName(fact.source))
        json.member("kind", fact.kind.name)
        json.member("licence", fact.licence.rawValue)
        json.member("confidence", fact.confidence.name)
        json.member("reason", fact.reason.isEmpty ? nil : fact.reason)
        json.member("validFrom", fact.validity.from.text)
        json.member("validTo", fact.validity.to.text)
        // What follows by arithmetic was never learnt.
        if fact.known.from > Timestamp(nanoseconds: .min) { json.member("knownFrom", fact.known.from) }
        json.member("knownTo", fact.known.to)
        json.endObject()
    }

    private func sourceName(_ id: Int64) -> String { held.sourceName(id) }

    private func writeSources(_ json: inout JSONWriter) {
        json.key("sources")
        json.beginArray()
        for source in held.sources.values.sorted(by: { $0.name < $1.name }) {
            json.beginObject()
            json.member("name", source.name)
            json.member("kind", source.kind.name)
            json.member("licence", source.licence.rawValue)
            json.member("version", source.version.isEmpty ? nil : source.version)
            json.member("location", source.location.isEmpty ? nil : source.location)
            json.endObject()
        }
        json.endArray()
    }

    private func writeConflicts(_ json: inout JSONWriter) {
        json.key("conflicts")
        json.beginArray()
        for conflict in held.conflicts.prefix(Self.mostConflicts) {
            json.beginObject()
            json.member("kind", conflict.kind.name)
            json.key("values")
            json.strings(conflict.values)
            json.member("rule", conflict.rule.isEmpty ? nil : conflict.rule)
            json.key("sources")
            json.strings(conflict.sources.map(sourceName))
            json.member("since", conflict.since)
            json.member("state", conflict.state.name)
            json.member("reason", conflict.reason.isEmpty ? nil : conflict.reason)
            json.member("settles", conflict.kind.whatSettles)
            json.endObject()
        }
        json.endArray()
    }

    private func writeSisters(_ json: inout JSONWriter) {
        json.key("sisters")
        json.beginArray()
        for sister in held.sisters.prefix(Self.mostSisters) {
            json.beginObject()
            json.member("hex", sister.aircraft.address.hex)
            json.member("registration", sister.aircraft.registration)
            json.member("type", sister.aircraft.type)
            json.member("operator", sister.aircraft.aircraftOperator)
            json.member("ground", sister.ground.rawValue)
            json.endObject()
        }
        json.endArray()
    }
}
