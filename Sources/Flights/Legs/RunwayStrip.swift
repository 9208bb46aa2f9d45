import Aero

/// A runway with both ends known, on the plane of its field.
struct RunwayStrip: Sendable {
    let low: (east: Double, north: Double)
    /// Metres, from the low end to the high one.
    let length: Double
    /// Along the use that begins at the low end.
    private let east: Double
    private let north: Double
    let lowName: String?
    let highName: String?
    /// Degrees true of the use that begins at the low end.
    let heading: Double

    /// - Returns: `nil` without the places of both ends.
    init?(_ runway: Runway, on plane: LocalPlane) {
        guard let first = runway.low.position, let last = runway.high.position else { return nil }
        let (start, end) = (plane.point(first), plane.point(last))
        let (east, north) = (end.east - start.east, end.north - start.north)
        let length = (east * east + north * north).squareRoot()
        guard length > 100 else { return nil }
        low = start
        self.length = length
        self.east = east / length
        self.north = north / length
        lowName = runway.low.designator
        highName = runway.high.designator
        heading =
            Degrees(Trigonometry.arcTangent(y: east, x: north) / Trigonometry.radiansPerDegree).asDirection
            .rawValue
    }

    /// Metres along the runway from its low end, and to its right.
    func place(_ point: (east: Double, north: Double)) -> (along: Double, right: Double) {
        let (x, y) = (point.east - low.east, point.north - low.north)
        return (x * east + y * north, x * north - y * east)
    }

    /// Metres from the runway's middle line.
    func distance(_ point: (east: Double, north: Double)) -> Double {
        let (along, right) = place(point)
        let beyond = max(0, max(-along, along - length))
        return (beyond * beyond + right * right).squareRoot()
    }

    /// Whether a course, degrees true, is that of the use from the low end (true), from the high end (false), or neither.
    func isForward(_ course: Double) -> Bool? {
        let apart = abs(Position.wrapped(course - heading))
        return apart < 20 ? true : apart > 160 ? false : nil
    }
}
