import Aero

/// What is on an edition's map, as places of a chart of degrees, and which part of the globe is shown for it.
struct EditionChart {
    /// Of each place on the chart: around the 180th meridian the picture goes on eastward.
    let longitudes: [Double]
    /// Where an aircraft was heard, or the ways between the places.
    let lines: [[ChartPoint]]
    let isHeard: Bool
    let west: Double
    let north: Double
    let width: Double
    let height: Double

    /// Pixels of the picture.
    static let wide = 900.0

    var east: Double { west + width }
    var south: Double { north - height }
    /// Degrees.
    var pixel: Double { width / Self.wide }

    /// - Parameter tracks: where an aircraft was heard, a line for each unbroken piece; without any, ways are drawn between the places.
    /// - Precondition: there is a place or a track.
    init(_ places: [EditionPlace], tracks: [[Position]]) {
        isHeard = !tracks.isEmpty
        if isHeard {
            let lines = Self.lines(of: tracks)
            let middle = lines.joined().map(\.longitude).reduce(0, +) / Double(max(1, lines.joined().count))
            self.lines = lines
            longitudes = places.map { Self.near(middle, $0.position.longitude) }
        } else {
            let ways = Self.ways(between: places)
            lines = ways
            longitudes = places.indices.map { number in
                let longitude = number > 0 ? ways[number - 1].last?.longitude : ways.first?.first?.longitude
                return longitude ?? places[number].position.longitude
            }
        }
        // Degrees around what is drawn, and the least that is shown: a way across a continent, or a flight around an airport.
        let (margin, least) = isHeard ? (0.5, 2.0) : (6.0, 20.0)
        let latitudes = places.map(\.position.latitude) + lines.joined().map(\.latitude)
        let all = longitudes + lines.joined().map(\.longitude)
        west = (all.min() ?? -180) - margin
        north = min(90, (latitudes.max() ?? 90) + margin)
        width = max(least, (all.max() ?? 180) + margin - west)
        height = max(least * 0.6, north - max(-90, (latitudes.min() ?? -90) - margin))
    }

    /// Ways between stops that follow each other, each in steps; longitudes go on beyond 180 where a way crosses it.
    private static func ways(between places: [EditionPlace]) -> [[ChartPoint]] {
        var last: Double?
        return zip(places, places.dropFirst()).map { from, to in
            (0...32).map { step in
                let share = Double(step) / 32
                let place = Geodesy.intermediate(from: from.position, to: to.position, fraction: share)
                let longitude = near(last ?? place.longitude, place.longitude)
                last = longitude
                return ChartPoint(longitude: longitude, latitude: place.latitude)
            }
        }
    }

    private static func lines(of tracks: [[Position]]) -> [[ChartPoint]] {
        var last: Double?
        return tracks.map { track in
            track.map { place in
                let longitude = near(last ?? place.longitude, place.longitude)
                last = longitude
                return ChartPoint(longitude: longitude, latitude: place.latitude)
            }
        }
    }

    /// The same longitude on the turn of the globe that lies nearest to another.
    private static func near(_ other: Double, _ longitude: Double) -> Double {
        longitude + ((other - longitude) / 360).rounded() * 360
    }
}
