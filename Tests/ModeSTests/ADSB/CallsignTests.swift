import ModeS
import Testing

struct CallsignTests {
    @Test("letters, digits and spaces come back", arguments: ["EZY85MH", "A", "RA96016", "GAF 1", " X", "12345678"])
    func roundTrip(text: String) throws {
        let bits = try #require(CallsignEncoding.bits(text))
        #expect(Callsign(rawValue: bits).text == text)
    }

    @Test func everyOtherCharacterMakesItAbsent() throws {
        let bits = try #require(CallsignEncoding.bits("AAAAAAAA"))
        for code in UInt64(0)..<64 {
            let isLegal = (1...26).contains(code) || (48...57).contains(code) || code == 32
            for place in UInt64(0)..<8 {
                let changed = bits & ~(63 << (6 * place)) | code << (6 * place)
                #expect((Callsign(rawValue: changed).text != nil) == isLegal)
                #expect(Callsign(rawValue: changed).rawValue == changed)
            }
        }
    }

    @Test func spacesAloneNameNobody() throws {
        #expect(Callsign(rawValue: try #require(CallsignEncoding.bits(""))).text == nil)
    }
}
