import Aero
import Testing

@testable import Flights

@Suite struct CoverageCellTests {
    private let noon = Timestamp(seconds: 1_750_000_000)

    @Test(
        "edges of the world lie in it",
        arguments: [(-90.0, -180.0), (90, 179.999_999), (0, 0), (-6.2, 106.8), (89.99, -0.001), (-0.000_1, 180)]
    )
    func holdsItsPlace(latitude: Double, longitude: Double) throws {
        let place = try #require(Position(latitude: latitude, longitude: longitude))
        let cell = CoverageCell(place, altitude: 30_000, at: noon)
        let corner = try #require(cell.corner)
        #expect((corner.latitude...corner.latitude + 0.5).contains(place.latitude))
        #expect((corner.longitude...corner.longitude + 0.5).contains(place.longitude))
        #expect(cell.surroundings.contains(cell.ground))
        #expect(cell.surroundings.count == (abs(latitude) > 89.4 ? 6 : 9))
    }

    @Test("beside the 180th meridian is the other side")
    func surroundingsGoAround() throws {
        let west = try #require(Position(latitude: 10.1, longitude: 179.9))
        let east = try #require(Position(latitude: 10.1, longitude: -179.9))
        let other = CoverageCell(east, altitude: 0, at: noon)
        #expect(CoverageCell(west, altitude: 0, at: noon).surroundings.contains(other.ground))
    }

    @Test(
        "bands",
        arguments: [
            (-1_000.0, AltitudeBand.lowest), (1_499, .lowest), (1_500, .low), (2_999, .low), (3_000, .middle),
            (6_000, .high),
            (8_999, .high), (9_000, .cruise), (20_000, .cruise),
        ]
    )
    func bands(metres: Double, band: AltitudeBand) { #expect(AltitudeBand(of: Metres(metres).feet) == band) }

    @Test(
        "blocks of six hours, before 1970 too",
        arguments: [(0.0, 0), (21_599, 0), (21_600, 1), (86_399, 3), (-1, 3), (-86_400, 0)]
    )
    func blocks(seconds: Double, block: Int) throws {
        let place = try #require(Position(latitude: 0, longitude: 0))
        #expect(CoverageCell(place, altitude: 0, at: Timestamp(seconds: seconds)).block == block)
    }

    @Test("a key gives back what went in, and refuses what cannot be")
    func keys() throws {
        for (latitude, longitude) in [(-90.0, -180.0), (90, 179.9), (51.3, 7.1)] {
            let place = try #require(Position(latitude: latitude, longitude: longitude))
            for kind in TransponderKind.allCases {
                let cell = CoverageCell(place, altitude: 31_000, at: noon)
                let key = CoverageKey(cell, .max, kind)
                #expect(key.cell == cell && key.listener == .max && key.kind == kind)
                #expect(CoverageKey(rawValue: key.rawValue) == key)
            }
        }
        #expect(CoverageKey(rawValue: 1 << 59) == nil)
        #expect(CoverageKey(rawValue: 3) == nil)
        #expect(CoverageKey(rawValue: 360 << 18) == nil)
        #expect(CoverageKey(rawValue: 720 << 8) == nil)
        #expect(CoverageKey(rawValue: 5 << 5) == nil)
        #expect(CoverageKey(rawValue: 4 << 2) == nil)
    }
}
