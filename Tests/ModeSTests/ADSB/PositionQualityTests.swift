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

    /// A promise never gets better with a bit less known, and never stands without a radius.
    @Test func everyTypeCodeOfEveryVersionHasItsPlaceInTheOrder() {
        let radii: [UInt8: [Double]] = [
            11: [7.5], 10: [25], 9: [75], 8: [185.2], 7: [370.4], 6: [555.6, 926, 1111.2], 5: [1852], 4: [3704],
            3: [7408], 2: [14_816], 1: [18_520, 37_040],
        ]
        for version in UInt8(0)...2 {
            for type in UInt8(0)...31 {
                for bits in 0..<8 {
                    let heard = PositionQuality.Supplements(
                        version: version,
                        a: bits & 1 == 1,
                        b: bits & 2 == 2,
                        c: bits & 4 == 4
                    )
                    let quality = PositionQuality(typeCode: type, supplements: heard)
                    if let radius = quality.containmentRadius?.rawValue {
                        #expect(radii[quality.nic]?.contains(radius) == true, "TC \(type), version \(version)")
                    } else {
                        #expect(quality.nic == 0)
                    }
                    if version == 0 { #expect(!quality.isUncertain) }
                }
            }
        }
    }

    /// - Source: RTCA DO-260, table 2-11: the bound of each NUCp.
    @Test func version0GivesTheBoundOfItsCategory() {
        let bounds: [UInt8: Double?] = [
            9: 7.5, 8: 25, 7: 185.2, 6: 370.4, 5: 926, 4: 1852, 3: 3704, 2: 18_520, 1: 37_040, 0: nil,
        ]
        for type in [UInt8](9...18) + [20, 21, 22] {
            let quality = PositionQuality(typeCode: type, supplements: .init(version: 0))
            #expect(quality.containmentRadius?.rawValue == bounds[QualityFigures.nucP(typeCode: type)])
        }
    }

    @Test func nothingIsPromisedWhereTheStandardPromisesNothing() {
        for type in [UInt8(0), 8, 18, 22] {
            #expect(PositionQuality(typeCode: type, supplements: .init(version: 2)).containmentRadius == nil)
        }
    }
}
