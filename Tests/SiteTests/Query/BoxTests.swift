import Aero
import Testing

@testable import Site

struct BoxTests {
    @Test(
        "what is no box is none",
        arguments: [
            (-91, 0, 0, 0), (0, 91, 0, 0), (1, 0, 0, 0), (0, 0, -361, 0), (0, 0, 0, .infinity), (.nan, 0, 0, 0),
        ] as [(Double, Double, Double, Double)]
    )
    func refused(south: Double, north: Double, west: Double, east: Double) {
        #expect(Box(south: south, north: north, west: west, east: east) == nil)
    }

    @Test(
        "a box crosses the 180th meridian where its west is greater than its east",
        arguments: [
            (179, true), (-179, true), (180, true), (170, true), (-170, true), (0, false), (169.999, false),
            (-169.9, false),
        ] as [(Double, Bool)]
    )
    func crossing(longitude: Double, isInside: Bool) throws {
        let box = try #require(Box(south: -10, north: 10, west: 170, east: -170))
        #expect(box.contains(try #require(Position(latitude: 0, longitude: longitude))) == isInside)
    }

    @Test("the 180th meridian lies in a box that ends or begins there")
    func meridian() throws {
        let place = try #require(Position(latitude: 0, longitude: 180))
        #expect(try #require(Box(south: -1, north: 1, west: 170, east: 180)).contains(place))
        #expect(try #require(Box(south: -1, north: 1, west: -180, east: -170)).contains(place))
        #expect(try #require(Box(south: -1, north: 1, west: 180, east: 180)).contains(place))
        #expect(!(try #require(Box(south: -1, north: 1, west: 170, east: 179)).contains(place)))
    }

    @Test("edges a turn apart, and beyond half a turn, mean what they say")
    func turns() throws {
        let world = try #require(Box(south: -90, north: 90, west: -200, east: 200))
        #expect(world == .world)
        let pacific = try #require(Box(south: -90, north: 90, west: 170, east: 190))
        #expect(pacific.west == 170 && pacific.east == -170)
    }

    @Test("the cells find in a box what looking at every aircraft finds, at the poles and at 180 degrees too")
    func bruteForce() throws {
        var random = SplitMix(state: 11)
        let picture = RandomSky.picture(RandomSky.tracks(1500, &random))
        var found = 0
        for _ in 0..<400 {
            let one = try #require(RandomSky.position(&random))
            let other = try #require(RandomSky.position(&random))
            let box = try #require(
                Box(
                    south: min(one.latitude, other.latitude),
                    north: max(one.latitude, other.latitude),
                    west: one.longitude,
                    east: random.below(5) == 0 ? 180 : other.longitude
                )
            )
            let expected = picture.tracks.indices.filter { picture.position($0).map(box.contains) ?? false }
            let indices = picture.indices(in: box)
            #expect(indices.sorted() == expected, "\(box)")
            found += expected.count
        }
        #expect(found > 10_000)
    }
}
