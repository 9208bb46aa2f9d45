import Aero
import Testing

struct ConflictFinderTests {
    private typealias Facts = IdentityFacts

    @Test("14FA3A: listed as RA-64508, which the rule puts elsewhere; the rule and another list say RA-64058")
    func theKnownOne() throws {
        let found = Facts.conflicts([
            Facts.fact(0x14FA3A, "RA-64508", source: 1), Facts.fact(0x14FA3A, "RA-64058", source: 2),
        ])
        let rule = try #require(found.first { $0.kind == .arithmetic })
        #expect(rule.values == ["RA-64508", "14fbfc", "RA-64058"])
        #expect(rule.rule?.name == "RA-nnnnn")
        #expect(rule.state == .open)
        let lists = try #require(found.first { $0.kind == .sources })
        #expect(lists.values == ["RA-64058", "RA-64508"])
        #expect(lists.facts.map(\.source).sorted() == [1, 2])
        #expect(found.count == 2)
    }

    @Test func punctuationIsNoContradiction() {
        #expect(
            Facts.conflicts([Facts.fact(0x14FA3A, "RA64058", source: 1), Facts.fact(0x14FA3A, "RA-64058", source: 2)])
                .isEmpty
        )
        #expect(
            Facts.conflicts([Facts.fact(0x3C65A1, "D-AIMA", source: 1), Facts.fact(0x3C65A1, "daima", source: 2)])
                .isEmpty
        )
    }

    @Test func stateAircraftShareTheNumbersOfCivilOnes() {
        #expect(Facts.conflicts([Facts.fact(0x14FA3A, "RF-64058")]).isEmpty)
        let found = Facts.conflicts([Facts.fact(0x14FA3A, "RF-64508")])
        #expect(found.map(\.kind) == [.arithmetic])
        #expect(found.first?.isWeak == true)
    }

    @Test(
        "one registration on two addresses",
        arguments: [
            (Validity.always, Validity.always, 1),
            (
                Validity(to: .at(IdentityFacts.day(2020, 5, 1), .day)),
                Validity(from: .at(IdentityFacts.day(2020, 6, 1), .day)), 0
            ),
            // From the day on which the other ended: nobody knows the hour.
            (
                Validity(to: .at(IdentityFacts.day(2020, 5, 1), .day)),
                Validity(from: .at(IdentityFacts.day(2020, 5, 1), .day)), 0
            ),
            (
                Validity(to: .at(IdentityFacts.day(2020, 5, 1), .day)),
                Validity(from: .at(IdentityFacts.day(2019, 5, 1), .day)), 1
            ),
        ] as [(Validity, Validity, Int)]
    )
    func twoAddresses(one: Validity, other: Validity, count: Int) {
        let found = Facts.conflicts([
            Facts.fact(0x8A0001, "PK-GAA", validity: one), Facts.fact(0x8A0002, "PK GAA", validity: other),
            Facts.fact(0x8A0003, "PK-GAB"),
        ])
        // "PK GAA" with a blank is no registration; without it, it is.
        #expect(found.contains { $0.kind == .noRegistration })
        let again = Facts.conflicts([
            Facts.fact(0x8A0001, "PK-GAA", validity: one), Facts.fact(0x8A0002, "PK-GAA", validity: other),
        ])
        #expect(again.count { $0.kind == .twoAddresses } == count)
    }

    @Test(
        "outside the block of its state",
        arguments: [(0x8A0001, "D-AIMA"), (0x3C65A1, "PK-GAA"), (0xA12345, "G-ABCD"), (0x780001, "N123AB")]
            as [(UInt32, String)]
    )
    func outsideBlock(bits: UInt32, text: String) {
        #expect(Facts.conflicts([Facts.fact(bits, text)]).map(\.kind) == [.outsideBlock])
    }

    @Test(
        "serials of armed forces, and dependencies, are at home where they are",
        arguments: [
            (0xAE1234, "08-0048"), (0x8A0401, "A-1310"), (0x480001, "G-275"), (0x3F4001, "10+23"), (0x43C001, "ZK451"),
            (0x424001, "VP-BDA"), (0x780001, "B-HNA"), (0x899001, "B-18901"), (0x720001, "P-813"), (0x4B0001, "HB-JVA"),
        ] as [(UInt32, String)]
    )
    func atHome(bits: UInt32, text: String) {
        #expect(Facts.conflicts([Facts.fact(bits, text)]).isEmpty)
    }

    @Test(
        "texts that are no registrations",
        arguments: [
            "TACTICAL", "", "   ", "GHOSTRIDER", "4.41E+11", "1E+05", "10-May", "EAGLE ONE", "héli", "WOLF", "unknown",
        ]
    )
    func noRegistration(text: String) {
        #expect(Facts.conflicts([Facts.fact(0x8A0001, text)]).map(\.kind) == [.noRegistration])
    }

    @Test func whatIsDeniedOrRefutedIsNoContradiction() {
        #expect(
            Facts.conflicts([
                Facts.fact(0x14FA3A, "RA-64058"), Facts.fact(0x14FA3A, "RA-64508", confidence: .refuted),
                Facts.fact(0x14FA3A, "RA-64508", polarity: .denies),
            ]).isEmpty
        )
    }

    @Test func aContradictionIsAsOldAsItsYoungestFact() {
        let found = Facts.conflicts([
            Facts.fact(0x8A0001, "PK-GAA", known: Facts.day(2024)),
            Facts.fact(0x8A0001, "PK-GAB", known: Facts.day(2025)),
        ])
        #expect(found.map(\.since) == [Facts.day(2025)])
    }

    @Test func aGroupHasABound() {
        let facts = (0..<1_000).map { Facts.fact(0x8A0001, "PK-\($0)") }
        var finder = ConflictFinder(.byAddress)
        var found: [IdentityConflict] = []
        for fact in facts { finder.add(fact, into: &found) }
        finder.finish(into: &found)
        #expect(finder.passedOver == 1_000 - ConflictFinder.largestGroup)
        #expect(found.count == ConflictFinder.largestGroup * (ConflictFinder.largestGroup - 1) / 2)
    }
}
