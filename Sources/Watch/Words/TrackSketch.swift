import Aero

/// A small picture of where aircraft were lately, as SVG: lines broken at silences, a dot where each was last. No map, no place written.
struct TrackSketch {
    let paths: [(name: String, points: [PathPoint])]

    private static let width = 320.0
    private static let height = 200.0
    private static let margin = 12.0
    /// Seconds after which two points are not joined.
    private static let gap = 120.0
    private static let strokes = ["#c2410c", "#1d4ed8", "#15803d"]

    /// `nil` where nothing is known.
    var svg: String? {
        let all = paths.flatMap(\.points).map(\.position)
        guard let first = all.first else { return nil }
        // East of the first point, the short way round.
        let east = all.map { Position.wrapped($0.longitude - first.longitude) }
        let north = all.map(\.latitude)
        guard let west = east.min(), let mostEast = east.max(), let south = north.min(), let mostNorth = north.max()
        else {
            return nil
        }
        let shrink = max(0.05, Trigonometry.cosine((south + mostNorth) / 2 * Trigonometry.radiansPerDegree))
        let span = max(
            (mostEast - west) * shrink / (Self.width - 2 * Self.margin),
            (mostNorth - south) / (Self.height - 2 * Self.margin),
            1e-4
        )
        func place(_ position: Position) -> String {
            let x = Self.margin + (Position.wrapped(position.longitude - first.longitude) - west) * shrink / span
            let y = Self.margin + (mostNorth - position.latitude) / span
            return "\(Self.tenths(x)) \(Self.tenths(y))"
        }
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 200\" role=\"img\">"
        for (number, path) in paths.enumerated() {
            let stroke = Self.strokes[number % Self.strokes.count]
            var line = ""
            var last: PathPoint?
            for point in path.points {
                let isJoined = last.map { point.time.seconds(since: $0.time) <= Self.gap } ?? false
                line += (isJoined ? "L" : "M") + place(point.position)
                last = point
            }
            text += "<path d=\"\(line)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"2\"/>"
            guard let last else { continue }
            let end = place(last.position).split(separator: " ")
            text += "<circle cx=\"\(end[0])\" cy=\"\(end[1])\" r=\"4\" fill=\"\(stroke)\"/>"
        }
        return text + "</svg>"
    }

    private static func tenths(_ number: Double) -> String { RuleValue(.number((number * 10).rounded() / 10)).json }
}
