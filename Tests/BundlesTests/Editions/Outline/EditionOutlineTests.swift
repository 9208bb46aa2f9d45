import Aero
import TestSupport
import Testing

@testable import Bundles

struct EditionOutlineTests {
    private func pairs(_ lines: [[ChartPoint]]) -> [[[Double]]] {
        lines.map { line in line.map { [$0.longitude, $0.latitude] } }
    }

    private func track(_ pairs: [(Double, Double)]) throws -> [Position] {
        try pairs.map { try #require(Position(latitude: $0.0, longitude: $0.1)) }
    }

    @Test("what lies below the places is kept by its kind, cut to the picture, and the rest of the world is not")
    func cut() throws {
        let world = try MadeOutline.world(
            MadeOutline.asia + [(.coast, [(-10, 50), (0, 51)]), (.border, [(110, 25), (110, 89)])]
        )
        let places = [try MadeOutline.place("P", 39.2, 125.7), try MadeOutline.place("H", 21.2, 105.8)]
        let outline = try #require(EditionOutline(world, below: places))
        #expect(pairs(outline.lines(.disputed)) == [[[124, 38], [126, 38], [128, 38.5]]])
        #expect(outline.lines(.coast).count == 1 && outline.lines(.border).count == 2)
        // Six degrees north of Pyongyang the picture ends, a pixel beyond it the line.
        let top = try #require(outline.lines(.border).joined().map(\.latitude).max())
        #expect(top > 45.2 && top < 45.3)
        #expect(outline.lines(.border).joined().allSatisfy { $0.longitude * 1_000 == ($0.longitude * 1_000).rounded() })
    }

    @Test("without places, and at sea, there is no outline")
    func none() throws {
        let world = try MadeOutline.world(MadeOutline.asia)
        #expect(EditionOutline(world, below: []) == nil)
        #expect(EditionOutline(world, below: [], tracks: [[]]) == nil)
        #expect(EditionOutline(world, below: [try MadeOutline.place("x", -50, -120)]) == nil)
        #expect(EditionOutline(try MadeOutline.world([]), below: [try MadeOutline.place("x", 21, 106)]) == nil)
    }

    @Test("over the 180th meridian a coast goes on as the chart does, eastward and westward")
    func dateLine() throws {
        let world = try MadeOutline.world([
            (.coast, [(170, 50), (178, 52), (180, 53)]), (.coast, [(-180, 53), (-178, 54), (-160, 55)]),
            (.coast, [(20, 50), (30, 50)]),
        ])
        let tokyo = try MadeOutline.place("Tokyo", 35.6, 139.8)
        let anchorage = try MadeOutline.place("Anchorage", 61.2, -150)
        let east = try #require(EditionOutline(world, below: [tokyo, anchorage]))
        #expect(
            pairs(east.lines(.coast)) == [[[170, 50], [178, 52], [180, 53]], [[180, 53], [182, 54], [200, 55]]]
        )
        let west = try #require(EditionOutline(world, below: [anchorage, tokyo]))
        #expect(
            Set(pairs(west.lines(.coast)))
                == [[[-190, 50], [-182, 52], [-180, 53]], [[-180, 53], [-178, 54], [-160, 55]]]
        )
    }

    @Test("below a track over the 180th meridian likewise, cut on both sides")
    func dateLineOfTrack() throws {
        let world = try MadeOutline.world([(.coast, [(170, -17), (180, -17)]), (.coast, [(-180, -17), (-170, -17)])])
        let tracks = [try track([(-17.5, 179.6), (-17.2, 179.9), (-17, -179.8)])]
        let outline = try #require(EditionOutline(world, below: [], tracks: tracks))
        #expect(outline.lines(.coast).count == 2)
        let all = outline.lines(.coast).joined().map(\.longitude)
        let (least, most) = try (#require(all.min()), #require(all.max()))
        #expect(least > 179 && least < 179.11 && most > 180.7 && most < 181.2)
    }

    @Test("around the whole globe what is seen twice is drawn twice; a chart of many turns has no outline")
    func aroundTheGlobe() throws {
        let world = try MadeOutline.world([(.coast, [(-1, 50), (1, 51)])])
        let stops = try [(51.5, -0.4), (34.0, -118.4), (35.6, 139.8), (28.6, 77.1), (51.5, -0.4)].map {
            try MadeOutline.place("x", $0.0, $0.1)
        }
        let outline = try #require(EditionOutline(world, below: stops))
        #expect(Set(pairs(outline.lines(.coast))) == [[[-1, 50], [1, 51]], [[-361, 50], [-359, 51]]])
        #expect(EditionOutline(world, below: stops + stops.dropFirst() + stops.dropFirst()) == nil)
    }

    /// A world of islands with many corners.
    private func islands(_ count: Int) throws -> WorldOutline {
        var chance = SeededGenerator(seed: 5)
        let lines = (0..<count).map { _ in
            let (x, y) = (Double(chance.next() % 300) - 150, Double(chance.next() % 140) - 70)
            let ring = (0..<200).map { _ in
                (x + Double(chance.next() % 5_000) / 1_000, y + Double(chance.next() % 5_000) / 1_000)
            }
            return (OutlineKind.coast, ring + ring.prefix(1)) as MadeOutline.Line
        }
        return try MadeOutline.world(lines)
    }

    @Test("of however fine a world at most so many points are drawn, and thinned no more than that needs")
    func bound() throws {
        let world = try islands(400)
        let places = [try MadeOutline.place("x", -40, -120), try MadeOutline.place("y", 50, 20)]
        let outline = try #require(EditionOutline(world, below: places))
        let count = OutlineKind.allCases.flatMap(outline.lines).joined().count
        #expect(count <= EditionOutline.mostPoints && count > EditionOutline.mostPoints / 3)
    }

    @Test("what a pixel does not show is thinned away")
    func pixel() throws {
        let line = (0...900).map { (100 + Double($0) / 50, 20 + ($0.isMultiple(of: 2) ? 0 : 0.008)) }
        let world = try MadeOutline.world([(.border, line)])
        let outline = try #require(EditionOutline(world, below: [try MadeOutline.place("x", 21, 110)]))
        #expect(outline.lines(.border).joined().count == 2)
    }

    @Test("the same world and places give the same outline")
    func same() throws {
        let places = [try MadeOutline.place("P", 39.2, 125.7), try MadeOutline.place("H", 21.2, 105.8)]
        let one = EditionOutline(try islands(50), below: places)
        #expect(one == EditionOutline(try islands(50), below: places))
    }

    @Test("an outline comes back out of its written form; what no chart can have is refused")
    func writtenForm() throws {
        let places = [try MadeOutline.place("P", 39.2, 125.7), try MadeOutline.place("H", 21.2, 105.8)]
        let outline = try #require(EditionOutline(try MadeOutline.world(MadeOutline.asia), below: places))
        let read = try EditionOutline(CanonicalFields(CanonicalJSON(canonical: outline.canonical.bytes), "outline"))
        #expect(read == outline)
        let many = Array(repeating: "[[0,0],[1,1]]", count: 1_501).joined(separator: ",")
        for text in [
            "{}", "{\"coast\":[]}", "{\"coast\":[[]]}", "{\"coast\":[[[1,1]]]}", "{\"coast\":[[[1,1],[91,1]]]}",
            "{\"coast\":[[[1,1],[1,1081]]]}", "{\"coast\":[[[1,1],[1]]]}", "{\"coast\":[[[1,1],[1,\"1\"]]]}",
            "{\"coast\":{}}", "{\"coast\":[1]}", "{\"border\":[\(many)]}", "{\"name\":\"x\"}",
        ] {
            #expect(throws: CanonicalJSONError.self, "\(text.prefix(40))") {
                try EditionOutline(CanonicalFields(CanonicalJSON(canonical: Array(text.utf8)), "outline"))
            }
        }
    }
}
