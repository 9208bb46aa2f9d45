public import Aero

/// A part of the Earth a rule names: a circle, a polygon or a corridor along a line.
public struct WatchArea: Hashable, Sendable {
    public enum Shape: Hashable, Sendable {
        case circle(centre: Position, radius: Metres)
        /// Corners in order, the last joined to the first; neither pole lies inside.
        case polygon([Position])
        /// What lies not farther than `width` from the line.
        case corridor([Position], width: Metres)
    }

    /// Corners or points an area has at most.
    public static let maximumVertices = 500

    public let shape: Shape
    /// How far outside an aircraft must be to have left. Ours: 2 km where nothing is written, about 10 s of flight.
    public let hysteresis: Metres

    public init(_ shape: Shape, hysteresis: Metres = 2000) {
        self.shape = shape
        self.hysteresis = hysteresis
    }

    /// Distance from a place to the area; 0 inside.
    ///
    /// Along edges the plane at the place is taken for the sphere: exact within 0.1 % up to some 100 km, which is where it decides.
    public func distance(from place: Position) -> Metres {
        switch shape {
        case .circle(let centre, let radius): return max(0, Geodesy.distance(centre, place) - radius)
        case .polygon(let corners):
            if Self.contains(corners, place) { return 0 }
            return Self.distance(from: place, to: corners, closed: true)
        case .corridor(let points, let width):
            return max(0, Self.distance(from: place, to: points, closed: false) - width)
        }
    }

    public func contains(_ place: Position) -> Bool { distance(from: place).rawValue == 0 }

    /// South, north, west and east edge of a box around the area and its hysteresis, in degrees.
    ///
    /// - Returns: `nil` for west and east where the box meets a pole or goes round more than half the Earth.
    var box: (south: Double, north: Double, sides: (west: Double, width: Double)?) {
        var points: [Position]
        var margin = hysteresis.rawValue
        switch shape {
        case .circle(let centre, let radius): (points, margin) = ([centre], margin + radius.rawValue)
        case .polygon(let corners): points = corners
        case .corridor(let line, let width): (points, margin) = (line, margin + width.rawValue)
        }
        let first = points.first ?? .origin
        let slack = margin / 110_000 + 0.01
        let south = (points.map(\.latitude).min() ?? 0) - slack
        let north = (points.map(\.latitude).max() ?? 0) + slack
        guard south > -85, north < 85 else { return (south, north, nil) }
        let widest = max(abs(south), abs(north))
        let side = slack / Trigonometry.cosine(widest * Trigonometry.radiansPerDegree)
        let offsets = Self.seen(points, from: first).map(\.x)
        let west = (offsets.min() ?? 0) - side
        let width = (offsets.max() ?? 0) + side - west
        return (south, north, width < 180 ? (first.longitude + west, width) : nil)
    }

    /// Even-odd rule in longitude and latitude as seen from the place.
    private static func contains(_ corners: [Position], _ place: Position) -> Bool {
        let seen = seen(corners, from: place)
        guard let last = seen.last else { return false }
        return turns.contains { turn in
            var isInside = false
            var before = last
            for here in seen {
                if (before.y > 0) != (here.y > 0) {
                    let crossing = before.x + (here.x - before.x) * (before.y / (before.y - here.y))
                    if crossing > turn { isInside.toggle() }
                }
                before = here
            }
            return isInside
        }
    }

    /// Longitudes under which the place itself may be met by a line that goes far round the Earth.
    private static let turns = [0.0, -360, 360]

    /// Degrees east and north of the place; each point follows the one before the short way round, so that no edge is torn.
    private static func seen(_ points: [Position], from place: Position) -> [(x: Double, y: Double)] {
        var east = 0.0
        var before = place.longitude
        return points.map { point in
            east += Position.wrapped(point.longitude - before)
            before = point.longitude
            return (east, point.latitude - place.latitude)
        }
    }

    private static func distance(from place: Position, to points: [Position], closed: Bool) -> Metres {
        let scale = Trigonometry.cosine(place.latitude * Trigonometry.radiansPerDegree)
        let seen = seen(points, from: place)
        var least = Double.infinity
        for turn in turns {
            let flat = seen.map { (x: ($0.x - turn) * scale, y: $0.y) }
            guard let first = flat.first, let last = flat.last else { break }
            var before = closed ? last : first
            for point in flat {
                let along = (x: point.x - before.x, y: point.y - before.y)
                let length = along.x * along.x + along.y * along.y
                let share = length > 0 ? max(0, min(1, -(before.x * along.x + before.y * along.y) / length)) : 0
                let nearest = (x: before.x + share * along.x, y: before.y + share * along.y)
                least = min(least, nearest.x * nearest.x + nearest.y * nearest.y)
                before = point
            }
        }
        return Metres(least.squareRoot() * Trigonometry.radiansPerDegree * Geodesy.earthRadius.rawValue)
    }
}
