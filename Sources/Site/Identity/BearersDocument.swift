import Aero

/// `/api/v1/identity?registration=`: who bears a registration, by whom that is said.
struct BearersDocument {
    /// An aircraft, and the facts that say so.
    struct Bearer {
        let address: AircraftAddress
        let held: HeldIdentity
        let facts: [IdentityFact]
    }

    let registration: String
    private(set) var bearers: [Bearer] = []
    /// Facts that may not be handed on and are left out.
    private(set) var withheld = 0

    /// Aircraft of one answer.
    static let most = 10

    init(_ registration: String) { self.registration = registration }

    /// Takes an aircraft in where what is held of it now says that it bears the registration.
    ///
    /// - Parameter isForwarded: whether what may not be handed on is left out.
    mutating func add(_ held: HeldIdentity, isForwarded: Bool, now: Timestamp) {
        let compact = RegistrationText.compact(registration)
        let said = held.record.facts.filter { fact in
            fact.relation == .registration && fact.polarity == .says && fact.confidence != .refuted
                && fact.known.to == nil && fact.validity.holds(at: now) != .no
                && RegistrationText.compact(fact.object) == compact
        }
        let facts = isForwarded ? said.filter(\.licence.isRedistributable) : said
        withheld += said.count - facts.count
        guard !facts.isEmpty else { return }
        bearers.append(Bearer(address: held.record.address, held: held, facts: facts))
    }

    var json: [UInt8] {
        var json = JSONWriter(capacity: 1024)
        json.beginObject()
        json.member("registration", registration)
        json.key("aircraft")
        json.beginArray()
        for bearer in bearers { write(bearer, &json) }
        json.endArray()
        json.member("withheld", withheld)
        json.endObject()
        return json.bytes
    }

    /// What is claimed goes before what only follows from the address.
    private func write(_ bearer: Bearer, _ json: inout JSONWriter) {
        let facts = bearer.facts.sorted {
            ($0.kind == .arithmetic ? 1 : 0, $0.source) < ($1.kind == .arithmetic ? 1 : 0, $1.source)
        }
        json.beginObject()
        json.member("hex", bearer.address.hex)
        json.member("registration", facts.first?.object)
        json.member("known", facts.first?.kind.howKnown)
        json.key("sources")
        var names: [String] = []
        for fact in facts {
            let name = bearer.held.sourceName(fact.source)
            if !names.contains(name) { names.append(name) }
        }
        json.strings(names)
        json.endObject()
    }
}
