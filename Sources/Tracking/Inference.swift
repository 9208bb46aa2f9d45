/// How a value that nobody sent was computed.
public enum Inference: String, Hashable, Sendable, CaseIterable {
    /// Pressure altitude and the difference that the velocity message gives.
    case barometricDifference = "barometric-difference"
    /// Magnetic heading and the World Magnetic Model.
    case magneticModel = "magnetic-model"
    /// Track minus true heading.
    case trackAndHeading = "track-and-heading"
    /// Speed and direction over the ground and through the air.
    case windTriangle = "wind-triangle"
    /// Mach number and true airspeed.
    case machAndAirspeed = "mach-and-airspeed"
}
