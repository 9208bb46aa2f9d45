import Aero
import ModeS
import Testing

struct PositionQualityTests {
    /// - Source: RTCA DO-260B, table 2-14 and appendix N.
    @Test(arguments: [
        (UInt8(9), PositionQuality.Supplements(version: 2), UInt8(11), 7.5, false),
        (11, .init(version: 2, a: true, b: true), 9, 75, false), (11, .init(version: 2), 8, 185.2, false),
        (11, .init(version: 2, a: true), 8, 185.2, true), (13, .init(version: 2, b: true), 6, 555.6, false),
        (13, .init(version: 2, a: true, b: true), 6, 1111.2, false),
        (8, .init(version: 2, a: true, c: true), 7, 370.4, false),
        (11, .init(version: 0), 8, 185.2, false), (13, .init(version: 1, a: true), 6, 1111.2, false),
        (16, .init(version: 2, a: true, b: true), 3, 7408, false), (7, .init(version: 1, a: true), 9, 75, false),
    ])
    func tableOfTheStandard(
        type: UInt8,
        heard: PositionQuality.Supplements,
        nic: UInt8,
        radius: Double,
        uncertain: Bool
    ) {
        let quality = PositionQuality(typeCode: type, supplements: heard)
        #expect(quality.nic == nic)
        #expect(quality.containmentRadius?.rawValue == radius)
        #expect(quality.isUncertain == uncertain)
    }

    @Test func nothingIsPromisedWhereTheStandardPromisesNothing() {
        for type in [UInt8(0), 8, 18, 22] {
            #expect(PositionQuality(typeCode: type, supplements: .init(version: 2)).containmentRadius == nil)
        }
    }
}
