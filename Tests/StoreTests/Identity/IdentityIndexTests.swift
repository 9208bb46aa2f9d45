import Aero
import Testing

@testable import Store

struct IdentityIndexTests {
    @Test func whatIsShownIsFound() throws {
        let test = try IdentityUnderTest()
        try test.take(
            "14fa3a;RA-64508;T204;1000;;;\n8a0401;PK-GAA;B738;0101;;;Ministry of Somewhere\na00001;;;001;;;\n~8a0401;PK-GAX;;0;;;\n"
        )
        let index = try test.store.index(at: IdentityUnderTest.day(2))
        #expect(index.count == 4)
        let rule = try #require(index.aircraft(AircraftAddress(icao: 0x14FA3A)))
        #expect(rule.registration == "RA-64058")
        #expect(rule.marks == [.military, .isContested, .isInferred])
        let plain = try #require(index.aircraft(AircraftAddress(icao: 0x8A0401)))
        #expect(plain.registration == "PK-GAA")
        #expect(plain.type == "B738")
        #expect(plain.aircraftOperator == "Ministry of Somewhere")
        #expect(plain.marks == [.interesting, .limitedDisplay])
        #expect(index.aircraft(AircraftAddress(icao: 0xA00001))?.marks == [.privacyAddress])
        #expect(index.aircraft(AircraftAddress(other: 0x8A0401))?.registration == "PK-GAX")
        #expect(index.aircraft(AircraftAddress(icao: 1)) == nil)
    }

    @Test func whoSaysItIsTold() throws {
        let test = try IdentityUnderTest()
        try test.take("8a0401;PK-GAA;B738;0;BOEING 737-800;;Ministry of Somewhere\na00001;;C172;0;;;\n")
        try test.take(
            "subject,relation,object,kind\n8a0401,registration,PK-GAB,register\n",
            .own,
            source: "desk",
            on: 2
        )
        let index = try test.store.index(at: IdentityUnderTest.day(3))
        let both = try #require(index.aircraft(AircraftAddress(icao: 0x8A0401)))
        #expect(both.registration == "PK-GAB")
        #expect(both.model == "BOEING 737-800")
        #expect(
            both.claimants
                == .init(registration: "desk", type: "tar1090-db", aircraftOperator: "tar1090-db")
        )
        // Of terms that forbid handing on.
        #expect(!both.marks.contains(.mayBeHandedOn))
        let rule = try #require(index.aircraft(AircraftAddress(icao: 0xA00001)))
        #expect(rule.registration == "N1")
        #expect(rule.claimants == .init(type: "tar1090-db"))
        let free = try IdentityUnderTest()
        try free.take("8a0401;PK-GAA;B738;0;;;\n", licence: .openDatabase)
        let open = try free.store.index(at: IdentityUnderTest.day(3)).aircraft(AircraftAddress(icao: 0x8A0401))
        #expect(open?.marks == [.mayBeHandedOn])
    }

    @Test func sistersAreNeighboursAndOneBitAway() throws {
        let test = try IdentityUnderTest()
        try test.take(
            """
            157716;RA-96022;IL96;0;;;Special Flight Detachment
            157714;RA-96020;IL96;0;;;Special Flight Detachment
            157711;RA-96017;IL96;0;;;Special Flight Detachment
            157715;RA-96021;T204;0;;;Special Flight Detachment
            157717;RA-96023;IL96;0;;;Other Airlines
            1577ff;RA-96255;IL96;0;;;Special Flight Detachment

            """
        )
        let index = try test.store.index(at: IdentityUnderTest.day(2))
        let sisters = try test.store.sisters(of: AircraftAddress(icao: 0x157716), in: index)
        #expect(
            sisters.map { "\($0.aircraft.address.hex) \($0.ground.rawValue)" } == [
                "157711 neighbour", "157714 neighbour", "157717 one-bit", "157714 one-bit",
            ]
        )
        #expect(try test.store.sisters(of: AircraftAddress(icao: 0x40_0000), in: index).isEmpty)
    }

    @Test func aChangeIsNoticed() throws {
        let test = try IdentityUnderTest()
        #expect(try test.store.lastChange() == 0)
        let report = try test.take("8a0401;PK-GAA;B738;0;;;\n")
        let first = try test.store.lastChange()
        #expect(first == report.id)
        _ = try test.store.preview(
            IdentityImportRequest(.tar1090, path: try test.file("8a0401;PK-GAB;B738;0;;;\n")),
            at: IdentityUnderTest.day(2)
        )
        #expect(try test.store.lastChange() == first)
        try test.store.undo(try #require(report.id), at: IdentityUnderTest.day(3))
        #expect(try test.store.lastChange() > first)
        #expect(try test.store.problems().isEmpty)
        #expect(try test.store.heldFacts() == 0)
    }

    @Test func theMachineSpeaksForItsAddress() throws {
        let test = try IdentityUnderTest()
        try test.take("subject,relation,object,kind\n157716,airframe,af7,register\naf7,type,IL96,register\n", .own)
        let index = try test.store.index(at: IdentityUnderTest.day(2))
        #expect(index.aircraft(AircraftAddress(icao: 0x157716))?.type == "IL96")
        #expect(index.aircraft(AircraftAddress(icao: 0x157716))?.registration == "RA-96022")
    }

    @Test func listsHaveVersions() throws {
        let test = try IdentityUnderTest()
        let first = try test.take("subject,relation,object\n157716,list,state\n157719,list,state\n", .own)
        try test.store.describe(list: "state", purpose: "visits", keeper: "editors", at: IdentityUnderTest.day(1))
        let second = try test.take("subject,relation,object\n157716,list,state\n", .own, on: 3)
        let now = try #require(try test.store.lists().first)
        #expect(now.members == 1)
        #expect(now.purpose == "visits")
        #expect(now.version == second.id)
        let then = try #require(try test.store.lists(known: IdentityUnderTest.day(2)).first)
        #expect(then.members == 2)
        #expect(then.version == first.id)
        #expect(try test.store.members(of: "state", version: then.version).count == 2)
        #expect(try test.store.members(of: "state").count == 1)
        #expect(
            try test.store.addressesOneBitAway(from: AircraftAddress(icao: 0x157712)) == [
                AircraftAddress(icao: 0x157716)
            ]
        )
    }

    /// An airframe without an address is found by the registration that the address bears.
    @Test func theMachineIsFoundByItsRegistration() throws {
        let test = try IdentityUnderTest()
        let machines = """
            subject;relation;object;valid_from;valid_to;confidence;kind
            af1;registration;RA-96022;;;probable;press
            af1;type;IL96;;;probable;press
            af1;list;state aircraft;;;probable;press
            af2;registration;PK-GAA;2020-01-01;;probable;press
            af2;type;B738;;;probable;press
            af3;registration;607;;;probable;press
            af3;list;state aircraft;;;probable;press
            af4;registration;PK-TWO;;;probable;press
            af5;registration;PK-TWO;;;probable;press
            af5;list;state aircraft;;;probable;press

            """
        try test.take(machines, .own, source: "starter", licence: .own)
        try test.take("8a0401;PK-GAA;;0;;;\n473c01;607;;0;;;\n8a0402;PK-TWO;;0;;;\n8a0403;PKGAA;;0;;;\n")
        let index = try test.store.index(at: IdentityUnderTest.day(2))
        // By the state's rule alone: nobody says anything of that address.
        let rule = try #require(index.aircraft(AircraftAddress(icao: 0x157716)))
        #expect(rule.registration == "RA-96022" && rule.type == "IL96" && rule.marks.contains(.interesting))
        #expect(try test.store.aircraft(AircraftAddress(icao: 0x157716), at: IdentityUnderTest.day(2)) == rule)
        #expect(index.aircraft(AircraftAddress(icao: 0x8A0401))?.type == "B738")
        #expect(index.aircraft(AircraftAddress(icao: 0x8A0403))?.type == "B738")
        // Digits alone are serials of many states, and two machines of one mark are none.
        #expect(index.aircraft(AircraftAddress(icao: 0x473C01))?.marks == [])
        #expect(index.aircraft(AircraftAddress(icao: 0x8A0402))?.marks == [])
        let record = try test.store.record(of: AircraftAddress(icao: 0x8A0401))
        #expect(record.shown(.type, at: IdentityUnderTest.day(2))?.fact.object == "B738")
        // Before the machine bore the mark, and before this site knew of it, it was not this one.
        #expect(record.shown(.type, at: Timestamp(seconds: 1_500_000_000), known: IdentityUnderTest.day(2)) == nil)
        #expect(record.shown(.type, at: IdentityUnderTest.day(2), known: IdentityUnderTest.day(0)) == nil)
        #expect(index.aircraft(AircraftAddress(icao: 0x157717)) == nil)
    }

    @Test("an address is found by its registration however that is hyphenated, and through the machine that carries it")
    func addressesBearing() throws {
        let test = try IdentityUnderTest()
        try test.take("8a0401;PK-GAA;B738;0;;;\n8a0402;PKGAB;B738;0;;;\n8a0403;PK-GAA;B738;0;;;\n")
        try test.take(
            "subject,relation,object\n473c01,airframe,af7\naf7,registration,606\naf8,registration,605\n",
            .own,
            source: "desk",
            on: 2
        )
        func found(_ text: String, limit: Int = 10) throws -> [String] {
            try test.store.addresses(bearing: text, limit: limit).map(\.hex)
        }
        for text in ["PK-GAA", "pk-gaa", "PKGAA", "P-KGAA"] { #expect(try found(text) == ["8a0401", "8a0403"]) }
        #expect(try found("PK-GAA", limit: 1) == ["8a0401"])
        #expect(try found("PK-GAB") == ["8a0402"] && found("606") == ["473c01"])
        for text in ["605", "PK-GAC", "P", "", "' OR 1=1 --", String(repeating: "A", count: 40)] {
            #expect(try found(text).isEmpty, "\(text)")
        }
        try test.take("8a0402;PKGAB;B738;0;;;\n", on: 3)
        #expect(try found("PK-GAA").isEmpty)
    }
}
