import Aero

/// The way of a flight over the ground: one great circle, or two where it bends.
struct VisitPath {
    private let arcs: [(start: UnitVector, along: UnitVector, angle: Double)]
    private let total: Double
    /// Its length.
    var kilometres: Double { total * VisitGeography.earthKilometres }

    init(_ flight: VisitFlight) {
        let airports = VisitGeography.shared.airports
        let stations = [airports[flight.from].vector, flight.bend, airports[flight.to].vector].compactMap(\.self)
        arcs = zip(stations, stations.dropFirst()).map { start, end in
            (start, start.tangent(toward: end), start.angle(to: end))
        }
        total = arcs.reduce(0) { $0 + $1.angle }
    }

    /// Where it is after a share of the way, and how far from the nearer end, in km.
    func place(_ share: Double) -> (vector: UnitVector, kilometresFromEnd: Double) {
        var angle = share * total
        let least = min(angle, total - angle) * VisitGeography.earthKilometres
        for (number, arc) in arcs.enumerated() {
            if angle <= arc.angle || number == arcs.count - 1 {
                let vector = arc.start * Trigonometry.cosine(angle) + arc.along * Trigonometry.sine(angle)
                return (vector, max(0, least))
            }
            angle -= arc.angle
        }
        return (UnitVector(x: 1, y: 0, z: 0), 0)
    }

    /// Height in km at a distance from the nearer end.
    static func height(kilometresFromEnd: Double) -> Double { min(10.5, 10.5 * kilometresFromEnd / 200) }
}
