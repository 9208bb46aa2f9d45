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
}
