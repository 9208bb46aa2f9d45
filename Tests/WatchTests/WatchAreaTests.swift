import Aero
import Testing

@testable import Watch

struct WatchAreaTests {
    private static func place(_ latitude: Double, _ longitude: Double) -> Position {
        Position(latitude: latitude, longitude: longitude) ?? .origin
    }

    @Test(
        "the distance to a polygon's edge is that of the great circle, across the date line too",
        arguments: [0.0, 106, 179.5, -180]
    )
    func polygon(_ longitude: Double) {
        let corners = [(-1.0, -0.5), (-1, 0.5), (1, 0.5), (1, -0.5)].map { Self.place($0.0, longitude + $0.1) }
        let area = WatchArea(.polygon(corners))
        #expect(area.contains(Self.place(0, longitude)))
        let outside = Self.place(0, longitude + 1)
        let expected = Geodesy.distance(outside, Self.place(0, longitude + 0.5)).rawValue
        #expect(abs(area.distance(from: outside).rawValue / expected - 1) < 0.001)
    }

    @Test("a corridor holds what lies beside its line")
    func corridor() {
        let area = WatchArea(.corridor([Self.place(-6, 105), Self.place(-6, 108)], width: 30_000))
        #expect(area.contains(Self.place(-6.26, 106)) && !area.contains(Self.place(-6.28, 106)))
        #expect(!area.contains(Self.place(-6, 108.3)) && area.contains(Self.place(-6, 108.2)))
    }

    @Test("the grid never leaves an area out that a place lies in")
    func grid() {
        var dice = Dice(11)
        func number(_ low: Double, _ high: Double) -> Double {
            low + (high - low) * Double(dice.below(100_000)) / 100_000
        }
        var areas: [WatchArea] = []
        for _ in 0..<200 {
            let centre = Self.place(number(-89, 89), number(-180, 180))
            switch dice.below(3) {
            case 0: areas.append(WatchArea(.circle(centre: centre, radius: Metres(number(100, 900_000)))))
            case 1:
                let latitude = max(-80, min(75, centre.latitude))
                let corners = [(0.0, 0.0), (0, 3), (4, 3), (4, 0)]
                areas.append(WatchArea(.polygon(corners.map { Self.place(latitude + $0.0, centre.longitude + $0.1) })))
            default:
                let end = Self.place(max(-85, min(85, centre.latitude + 5)), centre.longitude + 6)
                let start = Self.place(max(-85, min(85, centre.latitude)), centre.longitude)
                areas.append(WatchArea(.corridor([start, end], width: 50_000)))
            }
        }
        let grid = AreaGrid(areas)
        var inside = 0
        for _ in 0..<20_000 {
            let place = Self.place(number(-90, 90), number(-180, 180))
            var near: Set<Int> = []
            grid.forEach(near: place) { near.insert($0) }
            for (index, area) in areas.enumerated() where area.contains(place) {
                inside += 1
                #expect(near.contains(index))
            }
        }
        #expect(inside > 1000)
    }

    @Test(
        "patterns of texts",
        arguments: [
            ("RA-96*", "RA-96024", true), ("ra-96*", "RA-96024", true), ("RA-96*", "RA-9", false),
            ("?A*4", "RA-96024", true),
            ("*", "", true), ("?", "", false), ("A*B*C", "AXXBYYC", true), ("A*B*C", "AXXBYY", false),
            ("AB", "ABC", false),
        ]
    )
    func patterns(_ pattern: String, _ text: String, _ matches: Bool) throws {
        #expect(try #require(TextPattern(pattern)).matches(text) == matches)
    }

    @Test("patterns of addresses")
    func addresses() throws {
        let block = try #require(AddressPattern("7c0000-7fffff"))
        #expect(block.contains(AircraftAddress(icao: 0x7C0000)) && !block.contains(AircraftAddress(icao: 0x800000)))
        #expect(!block.contains(AircraftAddress(other: 0x7C0001)))
        let mask = try #require(AddressPattern("7*1a2b"))
        #expect(mask.contains(AircraftAddress(icao: 0x7F1A2B)) && !mask.contains(AircraftAddress(icao: 0x7F1A2C)))
        for wrong in ["7c1a2", "7c1a2g", "7fffff-7c0000", "~7c1a2b", "", "-"] { #expect(AddressPattern(wrong) == nil) }
    }

    @Test("times of day go over midnight, and weekdays are those of the zone")
    func times() throws {
        let night = TimeWindow(fromMinute: 22 * 60, toMinute: 6 * 60)
        // 2026-05-21 was a Thursday.
        let thursday = try #require(InstantText.read("2026-05-21T23:30:00Z"))
        #expect(thursday == Timestamp(seconds: 1_779_406_200))
        #expect(night.contains(thursday, offsetSeconds: 0) && !night.contains(thursday, offsetSeconds: 7 * 3600))
        #expect(TimeWindow(weekdays: [4]).contains(thursday, offsetSeconds: 0))
        #expect(TimeWindow(weekdays: [5]).contains(thursday, offsetSeconds: 7 * 3600))
        #expect(InstantText.read("2026-02-29T00:00:00Z") == nil && InstantText.read("2028-02-29T00:00:00Z") != nil)
    }
}
