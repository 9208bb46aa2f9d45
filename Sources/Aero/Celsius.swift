/// A temperature in degrees Celsius.
public struct Celsius: Quantity {
    public static let symbol = "°C"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// A temperature by its kelvins.
    public init(kelvin: Double) { rawValue = kelvin - 273.15 }
    /// The same temperature in kelvins.
    public var kelvin: Double { rawValue + 273.15 }
}
