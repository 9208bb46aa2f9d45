import Aero
import Site
import Synchronization

/// A desk that knows what a test lets it know.
final class FakeIdentities: IdentityDesk {
    private let known: [AircraftAddress: HeldIdentity]
    private let failure: IdentityDeskError?
    /// As of when it was asked last.
    let asked = Mutex<Timestamp?>(nil)

    init(_ known: HeldIdentity..., failure: IdentityDeskError? = nil) {
        self.known = Dictionary(uniqueKeysWithValues: known.map { ($0.record.address, $0) })
        self.failure = failure
    }

    func identity(of address: AircraftAddress, known time: Timestamp?) async throws(IdentityDeskError) -> HeldIdentity {
        asked.withLock { $0 = time }
        if let failure { throw failure }
        return known[address] ?? .unknown(address)
    }

    func addresses(bearing registration: String, limit: Int) async throws(IdentityDeskError) -> [AircraftAddress] {
        if let failure { throw failure }
        let compact = RegistrationText.compact(registration)
        let found = known.values.filter { held in
            held.record.facts.contains {
                $0.relation == .registration && RegistrationText.compact($0.object) == compact
            }
        }
        return Array(found.map(\.record.address).sorted { $0.rawValue < $1.rawValue }.prefix(limit))
    }

    private static func day(_ number: Double) -> Timestamp { Timestamp(seconds: number * 86_400) }

    /// 14fa3a of issue 6, with everything that can be said of one: two sources, the rule, a machine, a privacy list, conflicts, sisters.
    static var contested: HeldIdentity {
        let address = AircraftAddress(icao: 0x14FA3A)
        let list = IdentitySource(id: 1, name: "made-list", kind: .list, licence: .openDatabase, version: "7")
        let desk = IdentitySource(id: 2, name: "desk", kind: .person, licence: .own, location: "https://example.org")
        func fact(
            _ relation: IdentityRelation,
            _ object: String,
            _ source: IdentitySource,
            _ change: (inout IdentityFact) -> Void = { _ in }
        ) -> IdentityFact {
            var fact = IdentityFact(
                .address(address),
                relation,
                object,
                known: KnowledgeInterval(from: day(20_000)),
                source: source.id,
                kind: source.kind,
                licence: source.licence
            )
            change(&fact)
            return fact
        }
        var facts = HeldIdentity.unknown(address).record.facts
        facts += [
            fact(.registration, "RA-64508", list) {
                $0.validity = Validity(from: .at(day(12_053), .month), to: .unknown)
            },
            fact(.registration, "RA-64509", desk) { $0.confidence = .refuted },
            fact(.type, "T204", list) { $0.validity = Validity(from: .at(day(12_053), .day)) },
            fact(.aircraftOperator, "Made Airlines", list) { $0.reason = "read in a made list" },
            fact(.aircraftOperator, "Old Airlines", list) {
                $0.known = KnowledgeInterval(from: day(19_000), to: day(20_000))
            },
            fact(.list, "made", list) { $0.polarity = .denies },
        ]
        if let airframe = AirframeID(7) {
            facts.append(fact(.airframe, airframe.description, desk))
            facts.append(fact(.serial, "1450743764508", desk) { $0.subject = .airframe(airframe) })
        }
        let values: [(IdentityConflict.Kind, [String])] = [
            (.arithmetic, ["RA-64508", "14fbfc", "RA-64058"]), (.sources, ["RA-64508", "RA-64058"]),
            (.twoAddresses, ["RA-64508", "14fa3a", "14fbfc"]), (.outsideBlock, ["N1", "RU"]),
            (.spreadsheet, ["14fa3a"]), (.noRegistration, ["TACTICAL"]),
        ]
        let conflicts = values.enumerated().map { number, one in
            HeldConflict(
                id: Int64(number),
                kind: one.0,
                subject: .address(address),
                values: one.1,
                rule: one.0 == .arithmetic ? "RA-nnnnn" : "",
                sources: [1],
                since: day(20_000),
                state: number == 1 ? .explained : .open,
                reason: number == 1 ? "repainted" : ""
            )
        }
        let sister = RegisteredAircraft(
            address: AircraftAddress(icao: 0x14FA3C),
            registration: "RA-64060",
            type: "T204",
            aircraftOperator: "Made Airlines"
        )
        let bit = RegisteredAircraft(address: AircraftAddress(icao: 0x14FA3B))
        return HeldIdentity(
            record: IdentityRecord(address: address, facts: facts),
            sources: [1: list, 2: desk],
            conflicts: conflicts,
            sisters: [SisterAircraft(sister, .neighbour), SisterAircraft(bit, .oneBit)]
        )
    }

    /// An American address that a list calls one of the privacy programme.
    static var privacy: HeldIdentity {
        let address = AircraftAddress(icao: 0xA00001)
        let fact = IdentityFact(
            .address(address),
            .list,
            "PIA",
            known: KnowledgeInterval(from: day(20_000)),
            source: 1,
            kind: .list,
            licence: .unknown
        )
        let list = IdentitySource(id: 1, name: "made-list", kind: .list, licence: .unknown)
        return HeldIdentity(record: IdentityRecord(address: address, facts: [fact]), sources: [1: list])
    }
}
