import Aero
import Testing

struct QuantityTests {
    @Test func notANumberLiesInNoRangeAndComparesFalse() {
        let nothing = Feet(.nan)
        #expect(!(Feet(0)...Feet(10)).contains(nothing))
        #expect(!(nothing < 1) && !(nothing <= 1) && !(nothing > 1) && !(nothing >= 1))
        #expect((Feet(0)...Feet(10)).contains(10) && Feet(3) <= 3 && Feet(4) > 3)
    }
}
