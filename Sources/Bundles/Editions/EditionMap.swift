import Aero

/// Places on a chart of degrees, a picture in the page itself: announced stops with the shortest ways between them, or where an aircraft was
/// heard.
struct EditionMap {
    private let places: [EditionPlace]
    private let chart: EditionChart
    private let outline: EditionOutline?
    private let label: String
    private let note: String?
    private let mark: String?
    /// Degrees from one line of the grid to the next.
    private let step: Double

    /// - Parameters:
    ///   - tracks: where an aircraft was heard, a line for each unbroken piece; without any, ways are drawn between the places.
    ///   - outline: coasts and borders below them.
    ///   - note: of what is below, told under the picture.
    ///   - mark: stands in the picture itself, which may be copied without the page; `nil` for none.
    /// - Precondition: there is a place or a track.
    init(
        _ places: [EditionPlace],
        tracks: [[Position]] = [],
        outline: EditionOutline? = nil,
        label: String,
        note: String? = nil,
        mark: String? = nil
    ) {
        self.mark = mark
        self.places = places
        self.outline = outline
        self.label = label
        self.note = note
        chart = EditionChart(places, tracks: tracks)
        step = chart.width > 15 ? 10 : chart.width > 4 ? 2 : 0.5
    }

    var svg: String {
        let high = Int((chart.height / chart.width * EditionChart.wide).rounded())
        let drawn = chart.lines.map { line in
            // Heard once between two silences.
            if line.count == 1, let place = line.first {
                return "<circle class=\"heard\" cx=\"\(x(place.longitude))\" cy=\"\(y(place.latitude))\" r=\"2\"/>"
            }
            let points = line.map { "\(x($0.longitude)),\(y($0.latitude))" }.joined(separator: " ")
            return "<polyline class=\"\(chart.isHeard ? "track" : "way")\" points=\"\(points)\"/>"
        }
        let stops = zip(places, chart.longitudes).enumerated().map { number, one in
            let (place, longitude) = one
            let (left, top) = (x(longitude), y(place.position.latitude))
            // Names go to the side where there is room.
            let side = left > EditionChart.wide / 2 ? "text-anchor=\"end\" dx=\"-10\"" : "dx=\"10\""
            return
                "<circle class=\"stop\" cx=\"\(left)\" cy=\"\(top)\" r=\"5\"/><text x=\"\(left)\" y=\"\(top)\" \(side) dy=\"5\">\(number + 1) \(HTMLText.escaped(place.name))</text>"
        }
        return """
            <figure>
            <svg viewBox="0 0 \(Int(EditionChart.wide)) \(high)" role="img" aria-label="\(HTMLText.escaped(label))">
            \((grid + ground + drawn + stops + marks).joined(separator: "\n"))
            </svg>
            <figcaption>\(([label] + [note].compactMap(\.self)).map(HTMLText.escaped).joined(separator: ". "))</figcaption>
            </figure>
            """
    }

    private var marks: [String] {
        mark.map { ["<text class=\"mark-world\" x=\"12\" y=\"40\">\(HTMLText.escaped($0))</text>"] } ?? []
    }

    /// Below all that the map is of, and coasts above borders.
    private var ground: [String] {
        guard let outline else { return [] }
        return [OutlineKind.border, .disputed, .coast].compactMap { kind in
            let lines = outline.lines(kind).map { line in
                "M" + line.map { "\(x($0.longitude)),\(y($0.latitude))" }.joined(separator: " ")
            }
            return lines.isEmpty ? nil : "<path class=\"\(kind.rawValue)\" d=\"\(lines.joined())\"/>"
        }
    }

    private var grid: [String] {
        func multiples(_ low: Double, _ high: Double) -> [Double] {
            Array(stride(from: (low / step).rounded(.up) * step, through: high, by: step))
        }
        let (west, east, south, north) = (chart.west, chart.east, chart.south, chart.north)
        return multiples(west, east).map { longitude in
            "<line class=\"grid\" x1=\"\(x(longitude))\" y1=\"\(y(north))\" x2=\"\(x(longitude))\" y2=\"\(y(south))\"/>"
        }
            + multiples(south, north).map { latitude in
                "<line class=\"grid\" x1=\"\(x(west))\" y1=\"\(y(latitude))\" x2=\"\(x(east))\" y2=\"\(y(latitude))\"/>"
            }
    }

    /// Pixels to a tenth.
    private func x(_ longitude: Double) -> Double {
        ((longitude - chart.west) / chart.width * EditionChart.wide * 10).rounded() / 10
    }

    private func y(_ latitude: Double) -> Double {
        ((chart.north - latitude) / chart.width * EditionChart.wide * 10).rounded() / 10
    }
}
