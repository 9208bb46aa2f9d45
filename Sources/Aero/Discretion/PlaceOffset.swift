/// By how much a shown place lies off the true one. Drawn once and kept: the mean of many would be the true place.
public struct PlaceOffset: Hashable, Sendable {
    public let east: Metres
    public let north: Metres

    public init(east: Metres, north: Metres) {
        self.east = east
        self.north = north
    }

    /// How many times the distance that is promised the disc is wide: then no guess comes nearer than the promise in more than one case
    /// of 36.
    public static let widths = 6.0

    /// Draws one, uniform in a disc.
    ///
    /// - Parameter protected: the distance that is promised.
    public init(protecting protected: Metres, using generator: inout some RandomNumberGenerator) {
        let distance = protected.rawValue * Self.widths * Double.random(in: 0...1, using: &generator).squareRoot()
        let angle = Double.random(in: 0..<360, using: &generator)
        east = Metres(distance * Trigonometry.sine(angle * .pi / 180))
        north = Metres(distance * Trigonometry.cosine(angle * .pi / 180))
    }

    /// The place that is shown.
    public func applied(to place: Position) -> Position {
        let distance = (east.rawValue * east.rawValue + north.rawValue * north.rawValue).squareRoot()
        guard distance > 0 else { return place }
        let bearing = Trigonometry.arcTangent(y: east.rawValue, x: north.rawValue) * 180 / .pi
        return Geodesy.destination(from: place, bearing: Degrees(bearing), distance: Metres(distance))
    }
}
