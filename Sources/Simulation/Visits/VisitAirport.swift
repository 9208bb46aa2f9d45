public import Aero

/// An airport of scenarios of announced visits.
public struct VisitAirport: Sendable {
    /// Four letters.
    public let code: String
    /// Two letters of the state it lies in.
    public let state: String
    public let position: Position
    /// How large it is: 3,000 to 250,000, ours, made of what its runways say.
    public let size: Double
    let vector: UnitVector
}
