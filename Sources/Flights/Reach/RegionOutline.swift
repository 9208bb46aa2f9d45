public import Aero

/// The edge of an area on the globe, whatever it holds of poles and of the 180th meridian.
public struct RegionOutline: Hashable, Sendable {
    /// Anticlockwise or clockwise, the last is joined to the first; 72, and more where the edge passes near a pole.
    public let vertices: [Position]
    public let holdsNorthPole: Bool
    public let holdsSouthPole: Bool

    /// Bearings of the first round.
    private static let bearings = 72
    /// Metres to which the edge is found.
    private static let precision = 10.0
    /// Degrees of longitude between two vertices above which one more is set between them, at most six times.
    private static let longestStep = 20.0
    private static let deepest = 6

    init(around centre: Position, isInside: (Position) -> Bool) {
        func edge(_ bearing: Double) -> Position {
            var inside = 0.0
            var outside = Double.pi * Geodesy.earthRadius.rawValue
            while outside - inside > Self.precision {
                let middle = (inside + outside) / 2
                let place = Geodesy.destination(from: centre, bearing: Degrees(bearing), distance: Metres(middle))
                if isInside(place) { inside = middle } else { outside = middle }
            }
            return Geodesy.destination(from: centre, bearing: Degrees(bearing), distance: Metres(inside))
        }
        var found: [Position] = []
        func add(from start: (Double, Position), to end: (Double, Position), depth: Int) {
            let step = Position.wrapped(end.1.longitude - start.1.longitude).magnitude
            guard step > Self.longestStep, depth < Self.deepest else {
                found.append(end.1)
                return
            }
            let bearing = (start.0 + end.0) / 2
            let middle = (bearing, edge(bearing))
            add(from: start, to: middle, depth: depth + 1)
            add(from: middle, to: end, depth: depth + 1)
        }
        let first = (0.0, edge(0))
        var before = first
        for number in 1..<Self.bearings {
            let bearing = Double(number) * 360 / Double(Self.bearings)
            let next = (bearing, edge(bearing))
            add(from: before, to: next, depth: 0)
            before = next
        }
        add(from: before, to: (360, first.1), depth: 0)
        vertices = found
        holdsNorthPole = Position(latitude: 90, longitude: 0).map(isInside) ?? false
        holdsSouthPole = Position(latitude: -90, longitude: 0).map(isInside) ?? false
    }

    /// The area as a map draws it that goes on beyond ±180°: longitudes run on from vertex to vertex, and a pole that is inside is an edge at
    /// ±90°.
    public var onMap: MapPolygon {
        var ring: [MapPoint] = []
        var longitude = vertices.first?.longitude ?? 0
        let start = longitude
        for (number, vertex) in vertices.enumerated() {
            if number > 0 { longitude += Position.wrapped(vertex.longitude - vertices[number - 1].longitude) }
            ring.append(MapPoint(latitude: vertex.latitude, longitude: longitude))
        }
        guard holdsNorthPole || holdsSouthPole, let first = ring.first, let last = vertices.last else {
            return MapPolygon(outer: ring, holes: [])
        }
        if holdsNorthPole && holdsSouthPole {
            let middle = ring.reduce(0) { $0 + $1.longitude } / Double(ring.count)
            let world = [(-90.0, -180.0), (-90, 180), (90, 180), (90, -180)].map { latitude, longitude in
                MapPoint(latitude: latitude, longitude: middle + longitude)
            }
            return MapPolygon(outer: world, holes: [ring])
        }
        let closing = longitude + Position.wrapped(first.longitude - last.longitude)
        let turn = closing >= start ? 360.0 : -360
        let pole = holdsNorthPole ? 90.0 : -90
        ring.append(MapPoint(latitude: first.latitude, longitude: start + turn))
        ring.append(MapPoint(latitude: pole, longitude: start + turn))
        ring.append(MapPoint(latitude: pole, longitude: start))
        return MapPolygon(outer: ring, holes: [])
    }

    /// The area in pieces that do not cross the 180th meridian, as GeoJSON wants it.
    ///
    /// - Source: RFC 7946, section 3.1.9.
    public var pieces: [MapPolygon] { onMap.cutAtAntimeridian }
}
