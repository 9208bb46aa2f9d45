public import Aero

/// Coasts and borders below an edition's map, as they are drawn: cut to the picture, thinned to its pixels. A part of the edition, so that the page is
/// the same whenever it is made again.
public struct EditionOutline: Hashable, Sendable {
    /// Points of all lines together.
    public static let mostPoints = 3_000
    /// Whence it is, for credits.
    public static let credit = "Natural Earth (public domain), as packaged by QGIS"
    /// Degrees of a chart beyond which none is drawn: it would show the globe more than twice.
    static let widest = 720.0
    /// Degrees east or west that such a chart can reach: what it is of begins within 180.
    static let farthest = 1_080.0

    private typealias Cut = (kind: OutlineKind, line: LineThinning)

    private let drawn: [OutlineKind: [[ChartPoint]]]

    /// - Returns: `nil` without lines, of more points than are drawn, for a line of fewer than two points, and for a place that is on no chart.
    init?(_ drawn: [OutlineKind: [[ChartPoint]]]) {
        let lines = drawn.values.joined()
        guard !lines.isEmpty, lines.allSatisfy({ $0.count > 1 }), lines.joined().count <= Self.mostPoints,
            lines.joined().allSatisfy(Self.isOnChart)
        else { return nil }
        self.drawn = drawn.filter { !$0.value.isEmpty }
    }

    private static func isOnChart(_ point: ChartPoint) -> Bool {
        (-90...90).contains(point.latitude) && (-farthest...farthest).contains(point.longitude)
    }

    public func lines(_ kind: OutlineKind) -> [[ChartPoint]] { drawn[kind] ?? [] }

    /// What of the world lies below a map.
    ///
    /// - Returns: `nil` where there is no map, or none of it lies there: at sea.
    public init?(_ world: WorldOutline, below places: [EditionPlace], tracks: [[Position]] = []) {
        guard !places.isEmpty || tracks.contains(where: { !$0.isEmpty }) else { return nil }
        let chart = EditionChart(places, tracks: tracks)
        guard chart.width <= Self.widest else { return nil }
        let lines = Self.cut(world, to: chart)
        var tolerance = chart.pixel
        while true {
            let drawn = Self.thinned(lines, to: tolerance)
            guard drawn.values.joined().joined().count > Self.mostPoints else {
                self.init(drawn)
                return
            }
            // In the end all are specks.
            tolerance *= 1.25
        }
    }

    /// What of each line is in the picture, on each turn of the globe that is.
    private static func cut(_ world: WorldOutline, to chart: EditionChart) -> [Cut] {
        let margin = chart.pixel
        let box = ChartBox(
            west: chart.west - margin,
            south: chart.south - margin,
            east: chart.east + margin,
            north: chart.north + margin
        )
        let turns = Int(((box.west + 180) / 360).rounded(.down))...Int(((box.east + 180) / 360).rounded(.down))
        return turns.flatMap { turn in
            let degrees = Double(turn) * 360
            return world.lines.filter { $0.box.moved(east: degrees).meets(box) }.flatMap { line in
                let points = line.points.map {
                    ChartPoint(longitude: $0.longitude + degrees, latitude: $0.latitude)
                }
                return box.pieces(of: points).map { (line.kind, LineThinning($0)) }
            }
        }
    }

    private static func thinned(_ lines: [Cut], to tolerance: Double) -> [OutlineKind: [[ChartPoint]]] {
        lines.reduce(into: [:]) { drawn, one in
            var points: [ChartPoint] = []
            for point in one.line.points(tolerance).map(rounded) where point != points.last { points.append(point) }
            if points.count > 1 { drawn[one.kind, default: []].append(points) }
        }
    }

    /// To thousandths of a degree, half a pixel of the smallest picture.
    private static func rounded(_ point: ChartPoint) -> ChartPoint {
        func rounded(_ degrees: Double) -> Double { (degrees * 1_000).rounded() / 1_000 }
        return ChartPoint(longitude: rounded(point.longitude), latitude: rounded(point.latitude))
    }
}
