import Aero
import Testing

@testable import Site
@testable import Tracking

struct GlobeTileTests {
    private func tile(_ latitude: Double, _ longitude: Double) throws -> Int {
        GlobeTile(of: try #require(Position(latitude: latitude, longitude: longitude))).number
    }

    @Test("numbers are those of the formula: rows of 121 from the south, columns from 180 W, 1000 first")
    func numbers() throws {
        #expect(try tile(-90, -180) == 1000)
        #expect(try tile(-89.9, -177.1) == 1000)
        #expect(try tile(-87, -180) == 1121)
        #expect(try tile(52.1, 4.2) == 1000 + 47 * 121 + 61)
        #expect(try tile(-6.2, 106.8) == 1000 + 27 * 121 + 95)
        #expect(try tile(90, 179.9) == 1000 + 60 * 121 + 119)
    }

    @Test("every place lies in its tile and its tile's box, and the tile's name leads back to it")
    func roundTrip() throws {
        var generator = SplitMix(state: 3)
        for _ in 0..<5_000 {
            let latitude = Double.random(in: -90...90, using: &generator)
            let longitude = Double.random(in: -180..<180, using: &generator)
            let position = try #require(Position(latitude: latitude, longitude: longitude))
            let tile = GlobeTile(of: position)
            #expect(tile.box.contains(position))
            #expect(GlobeTile(digits: String(tile.number)) == tile)
        }
    }

    @Test(arguments: ["0999", "8381", "999", "10000", "42777", "", "-001", "+100", "١٠٠٠", "1000 ", "0x10"])
    func namesOffTheGlobeAreNone(text: String) { #expect(GlobeTile(digits: text) == nil) }

    @Test("a place on the edge of two tiles is in one of them")
    func edges() throws {
        var tracks: [Track] = []
        for (index, place) in [(51.0, 3.0), (50.999999, 3.0), (51.0, 2.999999), (48.0, 3.0)].enumerated() {
            tracks.append(Tracks.whole(UInt32(index + 1), latitude: place.0, longitude: place.1))
        }
        let picture = SkyPicture(status: Pictures.status(), tracks: tracks)
        var seen: [Int] = []
        for number in 1000..<8381 {
            let tile = try #require(GlobeTile(digits: String(number)))
            seen += tile.indices(in: picture)
        }
        #expect(seen.sorted() == [0, 1, 2, 3])
        #expect(GlobeTile(digits: String(try tile(51, 3)))?.indices(in: picture) == [0])
    }
}
