import Aero
import ModeS
import Testing

struct IdentityCodeTests {
    /// C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4, written out digit by digit.
    @Test func everyCodeReadsAsItsFourDigits() {
        let order: [(digit: Int, weight: Int)] = [
            (2, 1), (0, 1), (2, 2), (0, 2), (2, 4), (0, 4), (-1, 0), (1, 1), (3, 1), (1, 2), (3, 2), (1, 4), (3, 4),
        ]
        for code in UInt32(0)..<8192 {
            var digits = [0, 0, 0, 0]
            for (index, place) in order.enumerated() where place.digit >= 0 && code >> UInt32(12 - index) & 1 == 1 {
                digits[place.digit] += place.weight
            }
            #expect(Squawk(id13: code).description == digits.map(String.init).joined())
        }
    }

    @Test func emergenciesCallForAttention() {
        #expect(["7500", "7600", "7700"].allSatisfy { Squawk($0)?.isAlerting == true })
        #expect(Squawk("7000")?.isAlerting == false)
        #expect(Squawk("7800") == nil)
        #expect(Squawk("77777") == nil)
    }
}
