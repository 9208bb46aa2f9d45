import Aero

/// An airport with one runway.
struct SimulatedAirport: Sendable {
    /// Its place in the table.
    let index: Int
    /// Four letters.
    let code: String
    /// Two letters.
    let state: String
    /// The middle of its longest runway.
    let place: Position
    let vector: UnitVector
    /// Feet above the sea.
    let elevation: Double
    /// Degrees true of the lower-numbered end.
    let runwayDirection: Double
    /// Metres.
    let runwayLength: Double

    /// A point by its distance from the middle of the runway along and to the right of a direction.
    func point(direction: Double, along: Double, right: Double) -> UnitVector {
        let radius = Geodesy.earthRadius.rawValue
        let forward = vector.tangent(bearing: direction)
        let side = forward.cross(vector)
        let raw = vector + forward * (along / radius) + side * (right / radius)
        return raw * (1 / raw.dot(raw).squareRoot())
    }

    /// Where an aircraft is parked.
    ///
    /// - Parameter slot: any number; the same number is the same stand.
    func stand(slot: UInt64) -> (along: Double, right: Double) {
        var generator = SeededGenerator(seed: slot, stream: UInt64(index))
        let reach = min(900, runwayLength / 3)
        return (generator.number(-reach, reach), generator.number(350, 900))
    }
}
