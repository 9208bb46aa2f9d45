import Aero

/// Places on a chart of degrees, a picture in the page itself: announced stops with the shortest ways between them, or where an aircraft was
/// heard.
struct EditionMap {
    private let places: [EditionPlace]
    /// Of each place on the chart: around the 180th meridian the picture goes on eastward.
    private let longitudes: [Double]
    private let lines: [Line]
    private let isHeard: Bool
    private let label: String
    private let mark: String?
    private let west: Double
    private let north: Double
    private let width: Double
    private let height: Double
    /// Degrees from one line of the grid to the next.
    private let step: Double

    private typealias Line = [(longitude: Double, latitude: Double)]

    /// Pixels of the picture.
    private static let wide = 900.0

    /// - Parameters:
    ///   - tracks: where an aircraft was heard, a line for each unbroken piece; without any, ways are drawn between the places.
    ///   - mark: stands in the picture itself, which may be copied without the page; `nil` for none.
    /// - Precondition: there is a place or a track.
    init(_ places: [EditionPlace], tracks: [[Position]] = [], label: String, mark: String? = nil) {
        self.mark = mark
        self.places = places
        self.label = label
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
        step = width > 15 ? 10 : width > 4 ? 2 : 0.5
    }

    /// Ways between stops that follow each other, each in steps; longitudes go on beyond 180 where a way crosses it.
    private static func ways(between places: [EditionPlace]) -> [Line] {
        var last: Double?
        return zip(places, places.dropFirst()).map { from, to in
            (0...32).map { step in
                let share = Double(step) / 32
                let place = Geodesy.intermediate(from: from.position, to: to.position, fraction: share)
                let longitude = near(last ?? place.longitude, place.longitude)
                last = longitude
                return (longitude, place.latitude)
            }
        }
    }

    private static func lines(of tracks: [[Position]]) -> [Line] {
        var last: Double?
        return tracks.map { track in
            track.map { place in
                let longitude = near(last ?? place.longitude, place.longitude)
                last = longitude
                return (longitude, place.latitude)
            }
        }
    }

    /// The same longitude on the turn of the globe that lies nearest to another.
    private static func near(_ other: Double, _ longitude: Double) -> Double {
        longitude + ((other - longitude) / 360).rounded() * 360
    }

    var svg: String {
        let high = Int((height / width * Self.wide).rounded())
        let drawn = lines.map { line in
            let points = line.map { "\(x($0.longitude)),\(y($0.latitude))" }.joined(separator: " ")
            return "<polyline class=\"\(isHeard ? "track" : "way")\" points=\"\(points)\"/>"
        }
        let stops = zip(places, longitudes).enumerated().map { number, one in
            let (place, longitude) = one
            let (left, top) = (x(longitude), y(place.position.latitude))
            // Names go to the side where there is room.
            let side = left > Self.wide / 2 ? "text-anchor=\"end\" dx=\"-10\"" : "dx=\"10\""
            return
                "<circle class=\"stop\" cx=\"\(left)\" cy=\"\(top)\" r=\"5\"/><text x=\"\(left)\" y=\"\(top)\" \(side) dy=\"5\">\(number + 1) \(HTMLText.escaped(place.name))</text>"
        }
        return """
            <figure>
            <svg viewBox="0 0 \(Int(Self.wide)) \(high)" role="img" aria-label="\(HTMLText.escaped(label))">
            \((grid + drawn + stops + marks).joined(separator: "\n"))
            </svg>
            <figcaption>\(HTMLText.escaped(label))</figcaption>
            </figure>
            """
    }

    private var marks: [String] {
        mark.map { ["<text class=\"mark-world\" x=\"12\" y=\"40\">\(HTMLText.escaped($0))</text>"] } ?? []
    }

    private var grid: [String] {
        func multiples(_ low: Double, _ high: Double) -> [Double] {
            Array(stride(from: (low / step).rounded(.up) * step, through: high, by: step))
        }
        let south = north - height
        return multiples(west, west + width).map { longitude in
            "<line class=\"grid\" x1=\"\(x(longitude))\" y1=\"\(y(north))\" x2=\"\(x(longitude))\" y2=\"\(y(south))\"/>"
        }
            + multiples(south, north).map { latitude in
                "<line class=\"grid\" x1=\"\(x(west))\" y1=\"\(y(latitude))\" x2=\"\(x(west + width))\" y2=\"\(y(latitude))\"/>"
            }
    }

    /// Pixels to a tenth.
    private func x(_ longitude: Double) -> Double { ((longitude - west) / width * Self.wide * 10).rounded() / 10 }
    private func y(_ latitude: Double) -> Double { ((north - latitude) / width * Self.wide * 10).rounded() / 10 }
}
