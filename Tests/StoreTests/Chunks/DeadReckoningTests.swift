import Aero
import Testing

@testable import Store

struct DeadReckoningTests {
    /// The tables are part of the format: a machine that makes others would read other positions.
    @Test func theTablesAreTheSameEverywhere() {
        let bytes =
            DeadReckoning.cosines.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
            + DeadReckoning.scales.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        #expect(DeadReckoning.cosines[0] == 16_384)
        #expect(DeadReckoning.cosines[600] == 8_192)
        #expect(DeadReckoning.cosines[1800] == -16_384)
        #expect(CRC32C.of(bytes) == 2_388_664_949)
    }

    @Test(arguments: [0.0, 37, 90, 211, 359]) func aMinuteEndsWhereGeodesySays(track: Double) throws {
        for latitude in [-60.0, 0, 51.5] {
            let start = try #require(Position(latitude: latitude, longitude: 10))
            let end = Geodesy.destination(from: start, bearing: Degrees(track), distance: Metres(400 * 1852 / 60.0))
            let velocity = DeadReckoning.velocity(speedTenths: 4_000, trackTenths: UInt16(track * 10))
            let steps = DeadReckoning.steps(
                latitudeSteps: Int32(latitude * 1e5),
                velocity: (2 * velocity.north, 2 * velocity.east),
                milliseconds: 60_000
            )
            // A sphere there, an ellipsoid and a straight step here: within a hundredth of 12 km.
            let cosine = Trigonometry.cosine(latitude * Trigonometry.radiansPerDegree)
            #expect(abs(Double(steps.north) - (end.latitude - latitude) * 1e5) < 120)
            #expect(abs(Double(steps.east) - (end.longitude - 10) * 1e5) < 120 / cosine)
        }
    }
}
