/// A part of a chart of degrees.
struct ChartBox: Hashable {
    let west: Double
    let south: Double
    let east: Double
    let north: Double

    init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The least that holds points; `nil` without any.
    init?(around points: [ChartPoint]) {
        guard let first = points.first else { return nil }
        var (west, south, east, north) = (first.longitude, first.latitude, first.longitude, first.latitude)
        for point in points {
            west = min(west, point.longitude)
            east = max(east, point.longitude)
            south = min(south, point.latitude)
            north = max(north, point.latitude)
        }
        self.init(west: west, south: south, east: east, north: north)
    }

    /// The longer side. Degrees.
    var extent: Double { max(east - west, north - south) }

    func meets(_ other: ChartBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    func moved(east degrees: Double) -> ChartBox {
        ChartBox(west: west + degrees, south: south, east: east + degrees, north: north)
    }

    /// What of a line lies within, in pieces of two points or more.
    func pieces(of line: [ChartPoint]) -> [[ChartPoint]] {
        var pieces: [[ChartPoint]] = []
        var piece: [ChartPoint] = []
        for (from, to) in zip(line, line.dropFirst()) {
            guard let part = part(of: from, to), part.from != part.to else { continue }
            if piece.last != part.from {
                if piece.count > 1 { pieces.append(piece) }
                piece = [part.from]
            }
            piece.append(part.to)
        }
        if piece.count > 1 { pieces.append(piece) }
        return pieces
    }

    /// What of a straight line lies within.
    ///
    /// - Source: Liang and Barsky, *A New Concept and Method for Line Clipping*, 1984.
    private func part(of from: ChartPoint, _ to: ChartPoint) -> (from: ChartPoint, to: ChartPoint)? {
        let (dx, dy) = (to.longitude - from.longitude, to.latitude - from.latitude)
        var (first, last) = (0.0, 1.0)
        for (step, room) in [
            (-dx, from.longitude - west), (dx, east - from.longitude), (-dy, from.latitude - south),
            (dy, north - from.latitude),
        ] {
            if step == 0 {
                if room < 0 { return nil }
            } else if step < 0 {
                first = max(first, room / step)
            } else {
                last = min(last, room / step)
            }
        }
        guard first <= last else { return nil }
        func place(_ share: Double) -> ChartPoint {
            ChartPoint(longitude: from.longitude + share * dx, latitude: from.latitude + share * dy)
        }
        // Ends stay exactly: the next piece goes on from there.
        return (first == 0 ? from : place(first), last == 1 ? to : place(last))
    }
}
