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
            (0x3E1748, "D-IAAA"), (0xE01041, "LV-AAA"), (0x39B415, "F-HNAV"), (0x3C65A1, "D-AIMA"),
            (0x3C4B34, "D-ABYT"),
            (0x3C7F5A, "D-AOZZ"), (0x3C0001, "D-APAA"), (0x3C1D0C, "D-AZZZ"), (0x3CBF5A, "D-BOZZ"),
            (0x3C2001, "D-BPAA"),
            (0x3CC000, "D-CAAA"), (0x3D04A7, "D-CZZZ"), (0x3D4950, "D-FAAA"), (0x3D8DF8, "D-GAAA"),
            (0x3DD2A0, "D-HAAA"),
        ] as [(UInt32, String)]
    )
    func publishedPairs(bits: UInt32, registration: String) {
        #expect(Registration.inferred(from: AircraftAddress(icao: bits)) == registration)
        #expect(Registration.address(of: registration)?.bits == bits)
    }

    /// 16,777,216 addresses, and from each registration back.
    @Test func everyAddressOfEveryBlockComesBack() {
        var counts: [String: Int] = [:]
        var lost = 0
        for bits in UInt32(0)...0xFF_FFFF {
            guard let inference = Registration.inference(from: AircraftAddress(icao: bits)) else { continue }
            counts[inference.rule.name, default: 0] += 1
            if Registration.inference(of: inference.registration)?.address.bits != bits { lost += 1 }
        }
        #expect(lost == 0)
        // As many as the shapes allow: 9 x 101,711 N-numbers, 100,000 numbers, 26 x 26 x 26 letters.
        #expect(counts["N"] == 915_399)
        #expect(counts["RA-nnnnn"] == 100_000)
        for name in ["C-F", "C-G", "OO-", "OY-", "SX-", "CS-", "YR-", "TC-", "9V-", "F-G", "F-H", "OH-", "LV-"] {
            #expect(counts[name] == 17_576, "\(name)")
        }
        for letter in "ABCEFGHI" { #expect(counts["D-\(letter)"] == 17_576, "D-\(letter)") }
    }

    @Test func everyLetterRegistrationHasAnAddressOfItsOwn() {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for prefix in ["C-F", "OO-", "D-A", "D-B", "D-I", "LV-"] {
            var seen: Set<UInt32> = []
            for one in letters {
                for two in letters {
                    for three in letters {
                        guard let address = Registration.address(of: prefix + String([one, two, three])) else {
                            continue
                        }
                        seen.insert(address.bits)
                    }
                }
            }
            #expect(seen.count == 17_576, "\(prefix)")
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
