import Aero
import Bundles
import Site

/// A fact of who is who as a line of a bundle: what is said, by whom, for when, and when it was known here.
struct FactLine {
    private let value: CanonicalJSON

    init(_ fact: IdentityFact, of address: AircraftAddress, _ source: IdentitySource?) {
        let isAlways = fact.known.from.nanoseconds == .min
        value = .members([
            "address": .string(address.hex), "relation": .string(fact.relation.name), "value": .string(fact.object),
            "denies": fact.polarity == .denies ? .boolean(true) : .null,
            "known": .string(fact.kind.howKnown), "confidence": .string(fact.confidence.name),
            "reason": fact.reason.isEmpty ? .null : .string(fact.reason),
            "validFrom": CanonicalJSON(fact.validity.from.text), "validTo": CanonicalJSON(fact.validity.to.text),
            "knownFrom": isAlways ? .null : CanonicalJSON(fact.known.from), "knownTo": CanonicalJSON(fact.known.to),
            "source": CanonicalJSON(source?.name), "version": CanonicalJSON(source?.version),
            "sha256": CanonicalJSON(source.flatMap { $0.sha256.isEmpty ? nil : $0.sha256 }),
        ])
    }

    func write(to bytes: inout [UInt8]) {
        value.write(to: &bytes)
        bytes.append(0x0A)
    }

    /// All that is held of some aircraft, a page for each licence, in the order of their names.
    static func pages(
        of held: [(address: AircraftAddress, identity: HeldIdentity)]
    ) -> [(licence: LicenceTag, bytes: [UInt8])] {
        var pages: [LicenceTag: [UInt8]] = [:]
        for (address, identity) in held {
            for fact in identity.record.facts {
                FactLine(fact, of: address, identity.sources[fact.source])
                    .write(to: &pages[fact.licence, default: []])
            }
        }
        return pages.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    }
}
