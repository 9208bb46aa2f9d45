public import Aero

/// An airport that an announced stop may mean.
public struct StopAirport: Hashable, Sendable {
    /// `Airport.code`: of ICAO where it has one. Compared as text: one gazetteer tells one airport by one code.
    public let code: String
    public let position: Position
    /// Its share among the airports of the stop, over 0 to 1.
    public let weight: Double

    public init(code: String, position: Position, weight: Double) {
        self.code = code
        self.position = position
        self.weight = weight
    }
}
