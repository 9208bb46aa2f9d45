import Aero
import ModeS
import Testing

struct AltitudeEncodingTests {
    @Test("published points of the Gillham code", arguments: [(0x0400, -1000), (0x0428, 1000), (0x0CA1, 35_000)])
    func points(code: UInt16, feet: Int) {
        #expect(AltitudeEncoding.gillham13(Feet(feet)) == code)
    }

    @Test func everyGillhamStepChangesOneBit() {
        var codes: Set<UInt16> = []
        var before: UInt16?
        for hundreds in -12...1267 {
            guard let code = AltitudeEncoding.gillham13(Feet(hundreds * 100)) else {
                Issue.record("no code for \(hundreds * 100) ft")
                continue
            }
            codes.insert(code)
            if let before { #expect((before ^ code).nonzeroBitCount == 1) }
            before = code
        }
        #expect(codes.count == 1280)
        #expect(AltitudeEncoding.gillham13(-1300) == nil)
        #expect(AltitudeEncoding.gillham13(126_800) == nil)
    }

    @Test func stepsOfTwentyFiveFeet() {
        for number in 0...2047 {
            let code = AltitudeEncoding.code13(Feet(25 * number - 1000))
            #expect(code & 0x40 == 0 && code & 0x10 != 0)
            #expect(Int((code & 0x1F80) >> 2 | (code & 0x20) >> 1 | code & 0xF) == number)
            let short = AltitudeEncoding.code12(Feet(25 * number - 1000))
            #expect(Int((short & 0xFE0) >> 1 | short & 0xF) == number)
        }
    }

    @Test func whatNoCodeReachesIsNoAltitude() {
        #expect(AltitudeEncoding.code13(nil) == 0)
        #expect(AltitudeEncoding.code13(Feet(.nan)) == 0)
        #expect(AltitudeEncoding.code13(200_000) == 0)
        #expect(AltitudeEncoding.code13(60_000) & 0x50 == 0)
    }

    @Test("squawks", arguments: [("7777", 0x1FBF), ("7000", 0x0A80), ("0001", 0x0010)] as [(String, UInt16)])
    func squawk(text: String, code: UInt16) throws {
        #expect(try IdentityEncoding.code13(#require(Squawk(text))) == code)
    }

    @Test func callsignsRefuseWhatTheAlphabetLacks() {
        #expect(CallsignEncoding.bits("KLM1017") == CallsignEncoding.bits("klm1017 "))
        #expect(CallsignEncoding.bits("AB-CD") == nil)
        #expect(CallsignEncoding.bits("ABCDEFGHI") == nil)
        #expect(CallsignEncoding.bits("") == 0x8208_2082_0820)
    }

    @Test(
        "movement codes",
        arguments: [
            (0, 1), (0.1, 2), (0.125, 3), (0.99, 8), (1, 9), (2, 13), (15, 39), (17.5, 41), (70, 94), (100, 109),
            (174, 123),
            (175, 124), (400, 124),
        ] as [(Double, UInt8)]
    )
    func movement(speed: Double, code: UInt8) {
        #expect(MovementEncoding.code(Knots(speed)) == code)
    }
}
