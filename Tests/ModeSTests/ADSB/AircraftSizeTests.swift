import Aero
import ModeS
import Testing

struct AircraftSizeTests {
    /// - Source: ICAO Doc 9871, table C-30; B.2.3.10.11 for code 0 of version 1.
    @Test(arguments: [
        (UInt8(1), 15.0, 23.0), (2, 25, 28.5), (3, 25, 34), (4, 35, 33), (5, 35, 38), (6, 45, 39.5), (7, 45, 45),
        (8, 55, 45), (9, 55, 52), (10, 65, 59.5), (11, 65, 67), (12, 75, 72.5), (13, 75, 80), (14, 85, 80),
        (15, 85, 90),
    ])
    func tableOfTheStandard(code: UInt8, length: Double, width: Double) {
        for version in [UInt8(1), 2] {
            let size = AircraftSize(code: code, version: version)
            #expect(size?.length == Metres(length) && size?.width == Metres(width))
        }
    }

    @Test func codeZeroMeansSmallInVersion1AndNothingInVersion2() {
        #expect(AircraftSize(code: 0, version: 1)?.width == 11.5)
        #expect(AircraftSize(code: 0, version: 2) == nil)
    }

    /// - Source: ICAO Doc 9871, tables C-33 and C-34.
    @Test func antennaOffsets() {
        let lateral = (UInt8(0)...7).map { AntennaOffset(rawValue: $0 << 5).right?.rawValue }
        #expect(lateral == [nil, -2, -4, -6, 0, 2, 4, 6])
        let longitudinal = (UInt8(0)...31).map { AntennaOffset(rawValue: $0).aft?.rawValue }
        #expect(longitudinal == [nil, nil] + stride(from: 2.0, through: 60, by: 2).map(Optional.some))
        #expect((UInt8(0)...31).filter { AntennaOffset(rawValue: $0).isCorrected } == [1])
    }
}
