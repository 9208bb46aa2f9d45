import Aero
import Testing

struct ShownIdentityTests {
    private typealias Facts = IdentityFacts
    private let now = IdentityFacts.day(2026, 6)

    private func shown(_ facts: [IdentityFact], known: Timestamp? = nil) -> ShownIdentity? {
        ShownIdentity.pick(.registration, of: facts, at: now, known: known)
    }

    @Test("own confirmed > register > arithmetic > list > press, whatever the order")
    func order() throws {
        let facts = [
            Facts.fact(1, "PRESS", .press, confidence: .certain), Facts.fact(1, "LIST", .list, confidence: .certain),
            Facts.fact(1, "RULE", .arithmetic, confidence: .doubtful),
            Facts.fact(1, "REGISTER", .register, confidence: .doubtful),
            Facts.fact(1, "OWN", .person, confidence: .certain),
        ]
        for count in (1...5).reversed() {
            let held = Array(facts.prefix(count))
            #expect(shown(held.shuffled())?.fact.object == held.last?.object)
            #expect(shown(held)?.isPicked == (count > 1))
            #expect(shown(held)?.others.map(\.object) == held.dropLast().reversed().map(\.object))
        }
    }

    @Test func whatNobodyConfirmedIsOnlyReported() {
        #expect(
            shown([Facts.fact(1, "SEEN", .observation, confidence: .probable), Facts.fact(1, "LIST", .list)])?.fact
                .object == "LIST"
        )
    }

    @Test func refutedFactsAreNotShown() {
        #expect(shown([Facts.fact(1, "X", .register, confidence: .refuted)]) == nil)
    }

    @Test func aDenialOfHigherRankTakesAFactOut() {
        let denial = Facts.fact(1, "LIST", .person, confidence: .certain, polarity: .denies)
        #expect(shown([Facts.fact(1, "LIST", .list), denial]) == nil)
        #expect(
            shown([Facts.fact(1, "LIST", .list), Facts.fact(1, "LIST", .press, polarity: .denies)])?.fact.object
                == "LIST"
        )
    }

    @Test func asKnownOnADay() {
        let facts = [
            Facts.fact(1, "OLD", known: Facts.day(2024), until: Facts.day(2025)),
            Facts.fact(1, "NEW", known: Facts.day(2025)),
        ]
        #expect(shown(facts)?.fact.object == "NEW")
        #expect(shown(facts, known: Facts.day(2024, 6))?.fact.object == "OLD")
        #expect(shown(facts, known: Facts.day(2023)) == nil)
    }

    @Test("a registration moves to another airframe: each flight shows the airframe valid then")
    func movedRegistration() throws {
        // An N-number keeps its address and goes on to another machine, as N138GL did.
        let address = AircraftAddress(icao: try #require(Registration.address(of: "N138GL")?.bits))
        let (first, second) = (try #require(AirframeID(1)), try #require(AirframeID(2)))
        func about(_ airframe: AirframeID, _ relation: IdentityRelation, _ object: String) -> IdentityFact {
            var fact = Facts.fact(0, relation, object, .register)
            fact.subject = .airframe(airframe)
            return fact
        }
        let record = IdentityRecord(
            address: address,
            facts: [
                Facts.fact(address.bits, "N138GL", .register),
                Facts.fact(
                    address.bits,
                    .airframe,
                    "af1",
                    .register,
                    validity: Validity(to: .at(Facts.day(2019, 3, 10), .day))
                ),
                Facts.fact(
                    address.bits,
                    .airframe,
                    "af2",
                    .register,
                    validity: Validity(from: .at(Facts.day(2021, 8), .month))
                ),
                about(first, .serial, "45-001"), about(first, .type, "LJ45"),
                about(second, .serial, "560-123"), about(second, .type, "C560"),
            ]
        )
        func flight(_ time: Timestamp) -> [String?] {
            [
                record.airframe(at: time)?.description, record.shown(.serial, at: time)?.fact.object,
                record.shown(.type, at: time)?.fact.object, record.shown(.registration, at: time)?.fact.object,
            ]
        }
        #expect(flight(Facts.day(2018)) == ["af1", "45-001", "LJ45", "N138GL"])
        #expect(flight(Facts.day(2023)) == ["af2", "560-123", "C560", "N138GL"])
        #expect(flight(Facts.day(2020)) == [nil, nil, nil, "N138GL"])
        // Within the month that is all that is known of the change.
        #expect(ShownIdentity.pick(.airframe, of: record.facts, at: Facts.day(2021, 8, 15))?.holding == .perhaps)
    }

    @Test func endsComeBackFromTheirNumbers() {
        let ends: [ValidityEnd] = [
            .open, .unknown, .at(Facts.day(2026, 2, 3), .day), .at(Facts.day(1969, 12), .month),
            .at(Facts.day(1930), .year),
            .at(Timestamp(nanoseconds: 1_234_000_000), .instant),
        ]
        for end in ends { #expect(ValidityEnd(code: end.code) == end) }
        #expect(ValidityEnd(code: 7) == nil)
        #expect(ValidityEnd(code: .max) == nil)
        #expect(ValidityEnd(code: .min) == nil)
    }

    @Test func subjectsComeBackFromTheirNumbers() throws {
        let subjects: [IdentitySubject] = [
            .address(AircraftAddress(icao: 0)), .address(AircraftAddress(icao: 0xFFFFFF)),
            .address(AircraftAddress(other: 5)),
            .airframe(try #require(AirframeID(1))), .airframe(try #require(AirframeID(.max))),
        ]
        for subject in subjects { #expect(IdentitySubject(code: subject.code) == subject) }
        for code in [-1, 1 << 25, 1 << 32, 1 << 33 + 1, .max, .min] as [Int64] {
            #expect(IdentitySubject(code: code) == nil)
        }
        #expect(AirframeID("af12")?.number == 12)
        for text in ["af0", "af", "af01", "af4294967296", "12", "afx"] { #expect(AirframeID(text) == nil) }
    }
}
