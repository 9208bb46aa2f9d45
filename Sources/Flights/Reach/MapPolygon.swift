/// An area of a flat map, with what is left out of it. Rings are open: the last point is joined to the first.
public struct MapPolygon: Hashable, Sendable {
    public let outer: [MapPoint]
    public let holes: [[MapPoint]]

    public init(outer: [MapPoint], holes: [[MapPoint]]) {
        self.outer = outer
        self.holes = holes
    }

    /// The same area in pieces within -180 … 180.
    public var cutAtAntimeridian: [MapPolygon] {
        let longitudes = outer.map(\.longitude)
        guard let least = longitudes.min(), let most = longitudes.max() else { return [] }
        let first = Int(((least + 180) / 360).rounded(.down))
        let last = Int(((most + 180) / 360).rounded(.up)) - 1
        guard first <= last else { return [self] }
        return (first...last).compactMap { turn in
            let shift = Double(turn) * -360
            let ring = MapPolygon.cut(outer, shift: shift)
            guard ring.count > 2 else { return nil }
            return MapPolygon(
                outer: ring,
                holes: holes.flatMap { hole in
                    // A hole may lie a turn beside its area.
                    [-360.0, 0, 360].map { MapPolygon.cut(hole, shift: shift + $0) }.filter { $0.count > 2 }
                }
            )
        }
    }

    /// - Source: Sutherland, Hodgman, "Reentrant polygon clipping" (1974).
    private static func cut(_ ring: [MapPoint], shift: Double) -> [MapPoint] {
        let moved = ring.map { MapPoint(latitude: $0.latitude, longitude: $0.longitude + shift) }
        return side(side(moved, of: -180, sign: 1), of: 180, sign: -1)
    }

    private static func side(_ ring: [MapPoint], of limit: Double, sign: Double) -> [MapPoint] {
        guard var before = ring.last else { return [] }
        var result: [MapPoint] = []
        for point in ring {
            let isIn = (point.longitude - limit) * sign >= 0
            if isIn != ((before.longitude - limit) * sign >= 0) {
                let share = (limit - before.longitude) / (point.longitude - before.longitude)
                let latitude = before.latitude + share * (point.latitude - before.latitude)
                result.append(MapPoint(latitude: latitude, longitude: limit))
            }
            if isIn { result.append(point) }
            before = point
        }
        return result
    }
}
