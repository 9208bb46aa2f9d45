import Aero
import Testing

@testable import Site
@testable import Tracking

struct AircraftQueryTests {
    private func circle(_ latitude: Double, _ longitude: Double, _ radius: Double) throws -> Circle {
        let centre = try #require(Position(latitude: latitude, longitude: longitude))
        return try #require(Circle(centre: centre, radius: NauticalMiles(radius)))
    }

    @Test("a circle finds what measuring the distance to every aircraft finds, at the poles and at 180 degrees too")
    func circleBruteForce() throws {
        var random = SplitMix(state: 23)
        let picture = RandomSky.picture(RandomSky.tracks(1500, &random))
        var found = 0
        for _ in 0..<400 {
            let centre = try #require(RandomSky.position(&random))
            let circle = try circle(
                centre.latitude,
                centre.longitude,
                Double([0, 1, 250, 900, 3000, 12_000][random.below(6)])
            )
            let expected = picture.tracks.indices.filter { index in
                guard picture.isListed(index), picture.hasCurrentPosition(index),
                    let position = picture.position(index)
                else { return false }
                return Geodesy.distance(circle.centre, position).nauticalMiles <= circle.radius
            }
            let matches = AircraftQuery(.circle(circle)).matches(in: picture)
            #expect(matches.map(\.index) == expected, "\(circle)")
            found += expected.count
            let nearest = matches.compactMap(\.away?.distance).min()
            let closest = AircraftQuery(.closest(circle)).matches(in: picture)
            #expect(closest.first?.away?.distance == nearest && closest.count == (expected.isEmpty ? 0 : 1))
        }
        #expect(found > 10_000)
    }

    @Test("a match in a circle tells how far and where: a degree north is 60.04 nautical miles at 0 degrees")
    func away() throws {
        let picture = RandomSky.picture([Tracks.whole(latitude: 53, longitude: 4)])
        let match = try #require(AircraftQuery(.circle(try circle(52, 4, 100))).matches(in: picture).first)
        let away = try #require(match.away)
        #expect(abs(away.distance.rawValue - 60.04) < 0.01 && away.direction.rawValue == 0)
    }

    @Test("aircraft that aircraft.json does not list are not found, by whatever name or place")
    func listedOnly() throws {
        var gone = Tracks.whole(0x48_4159, latitude: 52, longitude: 4)
        gone.fix = Tracks.fix(52, 4, age: 61)
        gone.lastHeard = Tracks.now.advanced(bySeconds: -31)
        let picture = RandomSky.picture([gone])
        let box = try #require(Box(south: 51, north: 53, west: 3, east: 5))
        for base in [
            .all, .addresses([gone.address]), .callsigns(["KLM1023"]), .registrations(["PHBXA"]),
            .box(box, or: [gone.address]),
            .circle(try circle(52, 4, 10)), .squawks([Squawk(rawValue: 0o1234)]),
        ] as [AircraftQuery.Base] {
            #expect(AircraftQuery(base).matches(in: picture).isEmpty, "\(base)")
        }
        gone.lastHeard = Tracks.now
        let heard = RandomSky.picture([gone])
        #expect(AircraftQuery(.all).indices(in: heard) == [0])
        // Heard, but with no position young enough to be in a place.
        #expect(AircraftQuery(.box(box, or: [])).indices(in: heard).isEmpty)
        #expect(AircraftQuery(.circle(try circle(52, 4, 10))).indices(in: heard).isEmpty)
        #expect(AircraftQuery(.allWithPosition).indices(in: heard).isEmpty)
    }

    @Test("names are found in either case and without hyphens; a box and addresses are a union without doubles")
    func names() throws {
        let one = Tracks.whole(0x48_4159, latitude: 52, longitude: 4)
        var two = Tracks.whole(2, latitude: 10, longitude: 10)
        two.callsign = Tracks.known("BAW1")
        let picture = RandomSky.picture([one, two])
        func found(_ base: AircraftQuery.Base) -> [Int] { AircraftQuery(base).indices(in: picture) }
        #expect(found(.callsigns(try QueryText.names("klm1023,none", "c"))) == [0])
        #expect(found(.registrations(try QueryText.names("ph-bxa", "r"))) == [0])
        #expect(found(.squawks(try QueryText.squawks("1234"))) == [0, 1])
        let box = try #require(Box(south: 51, north: 53, west: 3, east: 5))
        #expect(found(.box(box, or: [one.address])) == [0])
        #expect(found(.box(box, or: [two.address, two.address])) == [0, 1])
        #expect(found(.types(["A20N"])).isEmpty)
    }

    @Test("filters: each lets pass what it says and nothing else")
    func filters() throws {
        var ground = Tracks.whole(1)
        ground.isOnGround = Tracks.known(true)
        let air = Tracks.whole(2)
        var named = Tracks.whole(3)
        named.callsign = Tracks.known("BAW1")
        named.barometricAltitude = Tracks.known(1000)
        let picture = RandomSky.picture([ground, air, named, Tracks.bare(4)], book: TypedBook())
        func found(_ set: (inout AircraftQuery.Filters) -> Void) -> [Int] {
            var query = AircraftQuery(.all)
            set(&query.filters)
            return query.indices(in: picture)
        }
        #expect(found { _ in } == [0, 1, 2, 3])
        #expect(found { $0.callsign = "BAW1" } == [2])
        #expect(found { $0.callsignPrefix = "KLM" } == [0, 1])
        #expect(found { $0.squawk = Squawk(rawValue: 0o1234) } == [0, 1, 2])
        #expect(found { $0.needsPosition = true } == [0, 1, 2])
        #expect(found { $0.lowestAltitude = 1000 } == [1, 2])
        #expect(found { $0.lowestAltitude = 1001 } == [1])
        #expect(found { $0.highestAltitude = 1000 } == [0, 2])
        #expect(found { $0.types = ["A20N"] } == [1])
        #expect(found { $0.anyOf = .military } == [2])
        #expect(found { $0.anyOf = [.military, .limitedDisplay] } == [1, 2])
    }
}

/// Knows a type and flags.
private struct TypedBook: AddressBook {
    func registration(of address: AircraftAddress) -> String? { nil }
    func state(of address: AircraftAddress) -> String? { nil }
    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { nil }
    func typeDesignator(of address: AircraftAddress) -> String? { address.bits == 2 ? "A20N" : nil }
    func flags(of address: AircraftAddress) -> AircraftFlags {
        address.bits == 3 ? [.military, .interesting] : address.bits == 2 ? .limitedDisplay : []
    }
}
