import Aero

/// The announced stops on a chart of degrees, with the shortest ways between them: a picture in the page itself.
struct EditionMap {
    private let places: [EditionPlace]
    private let label: String
    private let mark: String?
    private let west: Double
    private let north: Double
    private let width: Double
    private let height: Double

    /// Pixels of the picture.
    private static let wide = 900.0
    /// Degrees around the stops.
    private static let margin = 6.0

    /// - Parameter mark: stands in the picture itself, which may be copied without the page; `nil` for none.
    /// - Precondition: there is a place.
    init(_ places: [EditionPlace], label: String, mark: String? = nil) {
        self.mark = mark
        self.places = places
        self.label = label
        let paths = Self.paths(places)
        let all = places.map { ($0.position.longitude, $0.position.latitude) } + paths.flatMap(\.self)
        let longitudes = all.map { $0.0 }.filter(\.isFinite)
        let latitudes = all.map { $0.1 }.filter(\.isFinite)
        // Around the 180th meridian the picture goes on eastward.
        west = (longitudes.min() ?? -180) - Self.margin
        north = min(90, (latitudes.max() ?? 90) + Self.margin)
        width = max(20, (longitudes.max() ?? 180) + Self.margin - west)
        height = max(12, north - max(-90, (latitudes.min() ?? -90) - Self.margin))
    }

    /// Ways between stops that follow each other, each in steps; longitudes go on beyond 180 where a way crosses it.
    private static func paths(_ places: [EditionPlace]) -> [[(Double, Double)]] {
        var shift = 0.0
        return zip(places, places.dropFirst()).map { from, to -> [(Double, Double)] in
            var last: Double?
            return (0...32).map { step in
                let share = Double(step) / 32
                let place = Geodesy.intermediate(from: from.position, to: to.position, fraction: share)
                var longitude = place.longitude + shift
                if let last {
                    while longitude - last > 180 {
                        longitude -= 360
                        shift -= 360
                    }
                    while longitude - last < -180 {
                        longitude += 360
                        shift += 360
                    }
                }
                last = longitude
                return (longitude, place.latitude)
            }
        }
    }

    var svg: String {
        let high = Int((height / width * Self.wide).rounded())
        let paths = Self.paths(places)
        let lines = paths.map { path in
            let points = path.map { "\(x($0.0)),\(y($0.1))" }.joined(separator: " ")
            return "<polyline class=\"way\" points=\"\(points)\"/>"
        }
        let stops = places.enumerated().map { number, place in
            // The longitude at which its way ends, or begins.
            let longitude =
                number > 0 ? paths[number - 1].last?.0 : paths.first?.first?.0 ?? place.position.longitude
            let (left, top) = (x(longitude ?? place.position.longitude), y(place.position.latitude))
            // Names go to the side where there is room.
            let side = left > Self.wide / 2 ? "text-anchor=\"end\" dx=\"-10\"" : "dx=\"10\""
            return
                "<circle class=\"stop\" cx=\"\(left)\" cy=\"\(top)\" r=\"5\"/><text x=\"\(left)\" y=\"\(top)\" \(side) dy=\"5\">\(number + 1) \(HTMLText.escaped(place.name))</text>"
        }
        return """
            <figure>
            <svg viewBox="0 0 \(Int(Self.wide)) \(high)" role="img" aria-label="\(HTMLText.escaped(label))">
            \((grid + lines + stops + marks).joined(separator: "\n"))
            </svg>
            <figcaption>\(HTMLText.escaped(label))</figcaption>
            </figure>
            """
    }

    private var marks: [String] {
        mark.map { ["<text class=\"mark-world\" x=\"12\" y=\"40\">\(HTMLText.escaped($0))</text>"] } ?? []
    }

    /// Lines of every ten degrees.
    private var grid: [String] {
        func multiples(_ low: Double, _ high: Double) -> [Double] {
            Array(stride(from: (low / 10).rounded(.up) * 10, through: high, by: 10))
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
