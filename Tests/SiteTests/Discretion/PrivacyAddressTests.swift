import Aero
import Testing

@testable import Site

/// An address of the privacy programme is shown as one, and not resolved for strangers.
struct PrivacyAddressTests {
    private static let address = AircraftAddress(icao: 0xDE_3FBF)
    private static let now = Timestamp(seconds: 1_700_000_000)
    private static let registered = RegisteredAircraft(
        address: address,
        registration: "N1A",
        type: "GLF4",
        model: "GULFSTREAM 4",
        aircraftOperator: "Ministry of Somewhere",
        marks: [.privacyAddress, .military, .mayBeHandedOn]
    )

    private static func book(_ audience: Audience) -> MarkedBook {
        var book = MarkedBook(FakeBook(registered), Discretion()) { now }
        book.audience = audience
        return book
    }

    @Test("the registers give strangers the mark alone, and operators everything")
    func registers() {
        let strangers = Self.book(.strangers)
        #expect(strangers.registration(of: Self.address) == nil && strangers.typeDesignator(of: Self.address) == nil)
        #expect(strangers.typeDescription(of: Self.address) == nil)
        #expect(strangers.flags(of: Self.address).contains(.privacyAddress))
        let told = strangers.registered(Self.address)
        #expect(
            told?.registration == nil && told?.aircraftOperator == nil
                && told?.marks == [.privacyAddress, .mayBeHandedOn]
        )
        let operators = Self.book(.operators)
        #expect(
            operators.registration(of: Self.address) == "N1A" && operators.registered(Self.address) == Self.registered
        )
    }

    @Test("of what is held strangers are told that it is one, and nothing else")
    func identities() async throws {
        func fact(_ relation: IdentityRelation, _ object: String) -> IdentityFact {
            IdentityFact(
                .address(Self.address),
                relation,
                object,
                known: KnowledgeInterval(from: Self.now),
                source: 1,
                kind: .list,
                licence: .own
            )
        }
        let facts = [fact(.list, "PIA"), fact(.registration, "N1A"), fact(.type, "GLF4")]
        let held = HeldIdentity(record: IdentityRecord(address: Self.address, facts: facts))
        for (audience, count) in [(Audience.strangers, 1), (.operators, 3)] {
            let desk = DiscreetIdentities(FakeIdentities(held), for: audience, Discretion()) { Self.now }
            let told = try await desk.identity(of: Self.address, known: nil)
            #expect(told.record.facts.count == count && told.record.facts.first?.object == "PIA")
        }
    }

    @Test(
        "files for others say of who is who what the site does: no privacy address resolved, nothing of who is hidden since a date"
    )
    func files() async throws {
        let registration = IdentityFact(
            .address(Self.address),
            .registration,
            "N1A",
            known: KnowledgeInterval(from: Self.now),
            source: 1,
            kind: .list,
            licence: .own
        )
        let held = HeldIdentity(record: IdentityRecord(address: Self.address, facts: [registration]))
        func told(_ rules: SuppressionRules) async throws -> [String] {
            let desk = StrangersIdentities(FakeIdentities(held), rules, now: Self.now)
            return try await desk.identity(of: Self.address, known: nil).record.facts
                .filter { $0.source == 1 }.map(\.object)
        }
        #expect(try await told(.none) == ["N1A"])
        let before = Self.now.advanced(bySeconds: -86_400)
        for (mode, reason) in [(SuppressionMode.flag, SuppressionReason.pia), (.public, .takedown)] {
            let rule = SuppressionRule(Self.address, mode, from: before, reason: reason)
            #expect(try await told(SuppressionRules([rule])) == [])
        }
    }
}
