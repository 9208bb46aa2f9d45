import Testing

@testable import Aero

struct PlaceOffsetTests {
    /// SplitMix64, so that the draw is the same each time.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    @Test("offsets fill the disc evenly, and the promise holds in 35 of 36 cases for whoever guesses the shown place")
    func disc() throws {
        var generator = Generator(state: 1)
        let place = try #require(Position(latitude: 60, longitude: 24.9))
        var (near, half) = (0, 0)
        let count = 20_000
        for _ in 0..<count {
            let offset = PlaceOffset(protecting: 5000, using: &generator)
            let distance = Geodesy.distance(place, offset.applied(to: place)).rawValue
            let drawn = (offset.east.rawValue * offset.east.rawValue + offset.north.rawValue * offset.north.rawValue)
                .squareRoot()
            #expect(abs(distance - drawn) < 0.01 && distance < 30_000.1)
            if distance < 5000 { near += 1 }
            if distance < 30_000 * 0.5.squareRoot() { half += 1 }
        }
        // One in 36 is 556; six standard deviations of it are 140.
        #expect((420...690).contains(near))
        #expect(abs(half - count / 2) < 430)
    }

    @Test("east is east and north is north")
    func directions() throws {
        let place = try #require(Position(latitude: -6, longitude: 106.8))
        let moved = PlaceOffset(east: 3000, north: 4000).applied(to: place)
        #expect(moved.latitude > place.latitude && moved.longitude > place.longitude)
        #expect(abs((moved.latitude - place.latitude) * 111_195 - 4000) < 10)
        #expect(PlaceOffset(east: 0, north: 0).applied(to: place) == place)
    }
}
