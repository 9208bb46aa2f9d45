import Aero
import Flights
import TestSupport
import Testing

struct ReachRegionTests {
    private func place(_ latitude: Double, _ longitude: Double) throws -> Position {
        try unwrapped(Position(latitude: latitude, longitude: longitude))
    }

    private func area(_ region: ReachRegion) throws -> RegionOutline {
        guard case .area(let outline) = region else { throw Wrong() }
        return outline
    }
    private struct Wrong: Error {}

    @Test func theEdgeIsWhereTheSumIsTheLimit() throws {
        let reach = try unwrapped(
            ReachTests.reach(try ReachTests.place("UEEE"), try ReachTests.place("VVNB"), hours: 6)
        )
        let outline = try area(reach.region)
        #expect(outline.vertices.count == 72)
        for vertex in outline.vertices {
            let sum =
                Geodesy.distance(reach.from.whereabouts.narrowest.centre, vertex)
                + Geodesy.distance(reach.to.whereabouts.narrowest.centre, vertex)
            #expect(abs(sum.rawValue - reach.longestWay.rawValue) < 50)
            #expect(reach.contains(vertex))
        }
        #expect(!outline.holdsNorthPole && !outline.holdsSouthPole)
        #expect(outline.pieces.count == 1)
    }

    @Test func anEdgeAcrossTheAntimeridianIsCutInTwo() throws {
        let reach = try unwrapped(
            ReachTests.reach(try ReachTests.place("UHMM"), try ReachTests.place("PAED"), hours: 3.2)
        )
        let outline = try area(reach.region)
        let map = outline.onMap
        for (one, next) in zip(map.outer, map.outer.dropFirst()) {
            #expect(abs(next.longitude - one.longitude) < 25)
        }
        let pieces = outline.pieces
        #expect(pieces.count == 2)
        for point in pieces.flatMap(\.outer) { #expect((-180...180).contains(point.longitude)) }
        #expect(isInside(MapPoint(latitude: 62, longitude: 179.9), pieces))
        #expect(isInside(MapPoint(latitude: 62, longitude: -179.9), pieces))
        #expect(!isInside(MapPoint(latitude: 50, longitude: 179.9), pieces))
    }

    @Test func tooShortAGapHasNoRegionAndALongOneIsTheEarth() throws {
        let (a, b) = (try ReachTests.place("UUWW"), try ReachTests.place("VVNB"))
        #expect(try unwrapped(ReachTests.reach(a, b, hours: 2)).region == .nowhere)
        #expect(try unwrapped(ReachTests.reach(a, b, hours: 38)).region == .everywhere)
        #expect(try unwrapped(ReachTests.reach(a, a, hours: 38)).region == .everywhere)
    }

    @Test func nearlyTheWholeEarthIsAHoleInTheMap() throws {
        let (a, b) = (try place(0, 20), try place(5, 40))
        let reach = try unwrapped(ReachTests.reach(a, b, hours: 34))
        let outline = try area(reach.region)
        #expect(outline.holdsNorthPole && outline.holdsSouthPole)
        #expect(outline.onMap.holes.count == 1)
        #expect(isInside(MapPoint(latitude: 0, longitude: 30), outline.pieces))
        #expect(!isInside(MapPoint(latitude: -2.5, longitude: -150), outline.pieces))
    }

    @Test("the drawn area holds what the region holds, over poles and meridians")
    func theDrawingIsTheRegion() throws {
        var random = SeededGenerator(seed: 21)
        var compared = 0
        for number in 0..<120 {
            let latitude =
                number % 4 == 0
                ? Double.random(in: 85...90, using: &random) : Double.random(in: -88...88, using: &random)
            let from = try place(latitude, Double.random(in: -180...180, using: &random))
            let way = Metres(Double.random(in: 0...6_000_000, using: &random))
            let to = Geodesy.destination(
                from: from,
                bearing: Degrees(Double.random(in: 0...360, using: &random)),
                distance: way
            )
            let discs = number % 3 == 0 ? [Metres(0), 340_000] : [0, 0]
            let reach = try unwrapped(
                Reach(
                    from: Sighting(
                        try unwrapped(Whereabouts(inAllOf: [Disc(centre: from, radius: discs[0])])),
                        at: ReachTests.start,
                        altitude: nil
                    ),
                    to: Sighting(
                        try unwrapped(Whereabouts(inAllOf: [Disc(centre: to, radius: discs[1])])),
                        at: ReachTests.start.advanced(bySeconds: Double.random(in: 0.2...9, using: &random) * 3_600),
                        altitude: nil
                    ),
                    speed: 1_000,
                    secondsDown: 0,
                    secondsUp: 0
                )
            )
            guard case .area(let outline) = reach.region else {
                #expect(!reach.isPossible)
                continue
            }
            let pieces = outline.pieces
            for _ in 0..<200 {
                let sine = Double.random(in: -1...1, using: &random)
                let place = try place(
                    Trigonometry.arcSine(sine) * 57.295,
                    Double.random(in: -180..<180, using: &random)
                )
                let sum =
                    reach.from.whereabouts.leastDistance(to: place) + reach.to.whereabouts.leastDistance(to: place)
                // The edges of the polygon cut corners: what is near is not asked.
                guard abs(sum.rawValue / reach.longestWay.rawValue - 1) > 0.04 else { continue }
                compared += 1
                let isDrawn = isInside(MapPoint(latitude: place.latitude, longitude: place.longitude), pieces)
                #expect(isDrawn == reach.contains(place), "\(number): \(place)")
            }
        }
        #expect(compared > 10_000)
    }

    @Test func isochronesHoldOneAnother() throws {
        let open = OpenReach(
            from: Sighting(try place(71, 179), at: ReachTests.start, altitude: nil),
            limits: .unknown
        )
        let rings = open.isochrones(until: ReachTests.start.advanced(bySeconds: 5.5 * 3_600))
        #expect(rings.count == 5)
        for (inner, outer) in zip(rings, rings.dropFirst()) {
            let radius = open.radius(at: outer.time)
            for vertex in try area(inner.region).vertices {
                #expect(open.from.whereabouts.leastDistance(to: vertex) < radius)
            }
        }
        // 19 degrees to the pole: two hours.
        #expect(try rings.map { try area($0.region).holdsNorthPole } == [false, true, true, true, true])
    }

    @Test func discsLoosenAndSeveralTighten() throws {
        let (a, b) = (try place(50, 10), try place(50, 16))
        let far = try place(50, 30)
        let one = try unwrapped(Whereabouts(inAllOf: [Disc(centre: a, radius: 340_000)]))
        let both = try unwrapped(
            Whereabouts(inAllOf: [Disc(centre: a, radius: 340_000), Disc(centre: b, radius: 340_000)])
        )
        #expect(one.leastDistance(to: far) < Whereabouts(a).leastDistance(to: far))
        #expect(both.leastDistance(to: try place(50, -10)) > one.leastDistance(to: try place(50, -10)))
        #expect(one.leastDistance(to: a) == 0)
        #expect(!both.isContradictory)
        #expect(
            try unwrapped(Whereabouts(inAllOf: [Disc(centre: a, radius: 100_000), Disc(centre: b)])).isContradictory
        )
        #expect(Whereabouts(inAllOf: []) == nil)
    }

    @Test func discsOfReceivers() throws {
        let here = try place(50, 10)
        let high = Disc.hard(heardAt: here, altitude: Metres(11_000).feet, antenna: 20)
        // 4.12 (√11,000 + √20) = 450.5 km, and 10 %.
        #expect(abs(high.radius.rawValue - 495_600) < 500)
        #expect(Disc.hard(heardAt: here, altitude: Metres(1_500).feet, antenna: 0).radius < 177_000)
        #expect(Disc.hard(heardAt: here, altitude: nil, antenna: 20).radius == 500_000)
        #expect(Disc.hard(heardAt: here, altitude: 100, antenna: 0, longestRange: 300_000).radius == 300_000)
        #expect(Disc.typical(heardAt: here, altitude: 1_000).radius == 55_000)
        #expect(Disc.typical(heardAt: here, altitude: 10_000).radius == 170_000)
        #expect(Disc.typical(heardAt: here, altitude: 30_000).radius == 340_000)
        #expect(Disc.typical(heardAt: here, altitude: nil).radius == 340_000)
    }

    /// By the crossings of a line to the south.
    private func isInside(_ point: MapPoint, _ pieces: [MapPolygon]) -> Bool {
        func crossings(_ ring: [MapPoint]) -> Int {
            guard var before = ring.last else { return 0 }
            var count = 0
            for next in ring {
                if (before.longitude > point.longitude) != (next.longitude > point.longitude) {
                    let share = (point.longitude - before.longitude) / (next.longitude - before.longitude)
                    if before.latitude + share * (next.latitude - before.latitude) < point.latitude { count += 1 }
                }
                before = next
            }
            return count
        }
        return pieces.contains { piece in
            crossings(piece.outer) % 2 == 1 && !piece.holes.contains { crossings($0) % 2 == 1 }
        }
    }
}
