import Aero
import Testing

struct RegistrationTests {
    @Test(
        "published pairs",
        arguments: [
            (0x157710, "RA-96016"), (0x157711, "RA-96017"), (0x157716, "RA-96022"), (0x157719, "RA-96025"),
            (0x14FC13, "RA-64531"), (0x154F53, "RA-85843"), (0x14FA3A, "RA-64058"), (0x14FBFC, "RA-64508"),
            (0xA00001, "N1"), (0xADF7C7, "N99999"), (0xC00001, "C-FAAA"), (0xC044A9, "C-GAAA"), (0x448421, "OO-AAA"),
            (0x458421, "OY-AAA"), (0x468421, "SX-AAA"), (0x490421, "CS-AAA"), (0x4A0421, "YR-AAA"),
            (0x4B8421, "TC-AAA"),
            (0x768421, "9V-AAA"), (0x390000, "F-GAAA"), (0x398000, "F-HAAA"), (0x460000, "OH-AAA"),
            (0x3D04A8, "D-EAAA"),
            (0x3E1748, "D-IAAA"), (0xE01041, "LV-AAA"), (0x39B415, "F-HNAV"),
        ] as [(UInt32, String)]
    )
    func publishedPairs(bits: UInt32, registration: String) {
        #expect(Registration.inferred(from: AircraftAddress(icao: bits)) == registration)
        #expect(Registration.address(of: registration)?.bits == bits)
    }

    @Test func everyAmericanAddressComesBack() {
        var seen = 0
        for bits in UInt32(0xA00001)...0xADF7C7 where bits % 7 == 0 || bits < 0xA20000 {
            guard let text = Registration.inferred(from: AircraftAddress(icao: bits)) else { continue }
            if Registration.address(of: text)?.bits == bits {
                seen += 1
            } else {
                Issue.record("\(text) does not come back")
            }
        }
        #expect(seen == (UInt32(0xA00001)...0xADF7C7).count { $0 % 7 == 0 || $0 < 0xA20000 })
    }

    @Test func everyLetterRuleComesBack() {
        for bits in stride(from: UInt32(0x380000), to: 0xE40000, by: 3) where !(0xA00000...0xAFFFFF).contains(bits) {
            guard let text = Registration.inferred(from: AircraftAddress(icao: bits)) else { continue }
            if Registration.address(of: text)?.bits != bits { Issue.record("\(text) does not come back") }
        }
    }

    @Test(
        "outside the rules nothing is inferred",
        arguments: [0x157710 | 0x8000, 0xADF7C8, 0xA00000, 0xD00001, 0x780000] as [UInt32]
    )
    func outside(bits: UInt32) {
        #expect(Registration.inferred(from: AircraftAddress(icao: bits)) == nil)
    }

    @Test(
        "malformed registrations have no address",
        arguments: ["", "N", "N0", "N1I", "N1OO", "N123456", "N1234AB", "RA-9601", "D-E1AA", "OO-"]
    )
    func malformed(text: String) {
        #expect(Registration.address(of: text) == nil)
    }
}
