import Aero
import ModeS
import Testing

struct AltitudeCodeTests {
    /// - Source: the points of ICAO Annex 10 Vol IV, appendix to chapter 3; all codes by their property.
    @Test func gillhamCodesAreExactlyTheLegalOnesAndNeighboursDifferByOneBit() throws {
        var codes: [Int: UInt32] = [:]
        for code in UInt32(1)..<8192 where code & 0x50 == 0 {
            guard let altitude = AltitudeCode(ac13: code).altitude else { continue }
            #expect(codes.updateValue(code, forKey: altitude.rounded) == nil)
        }
        #expect(codes.count == 1_280)
        #expect(codes.keys.min() == -1_200)
        #expect(codes.keys.max() == 126_700)
        for altitude in stride(from: -1_200, to: 126_700, by: 100) {
            let here = try #require(codes[altitude])
            let next = try #require(codes[altitude + 100])
            #expect((here ^ next).nonzeroBitCount == 1)
        }
    }

    @Test(arguments: [(UInt32(0x0400), -1_000), (0x0428, 1_000), (0x0CA1, 35_000)])
    func publishedGillhamPoints(code: UInt32, feet: Int) {
        #expect(AltitudeCode(ac13: code).altitude == Feet(feet))
    }

    @Test func fineCodesCoverTheirRangeInStepsOf25() {
        var found: Set<Int> = []
        for code in UInt32(0)..<8192 where code & 0x50 == 0x10 {
            guard let altitude = AltitudeCode(ac13: code).altitude else { continue }
            found.insert(altitude.rounded)
        }
        #expect(found == Set(stride(from: -1_000, through: 50_175, by: 25)))
    }

    @Test func nothingMetricAndIllegalAreTold() {
        #expect(AltitudeCode(ac13: 0) == .notReported)
        #expect(AltitudeCode(ac13: 0x0040) == .metric(0x0040))
        #expect(AltitudeCode(ac13: 0x0800) == .illegal(0x0800))
        #expect(AltitudeCode(ac12: 0) == .notReported)
    }

    @Test func twelveBitsReadAsThirteenWithoutM() {
        for code in UInt32(0)..<4096 {
            let wide = (code >> 6) << 7 | code & 0x3F
            #expect(AltitudeCode(ac12: code) == AltitudeCode(ac13: wide))
        }
    }
}
