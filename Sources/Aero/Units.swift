/// Height or altitude in international feet (0.3048 m).
public struct Feet: Quantity {
    public static let symbol = "ft"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same length in metres.
    public var metres: Metres { Metres(rawValue * 0.3048) }
}

/// Length in metres.
public struct Metres: Quantity {
    public static let symbol = "m"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same length in feet.
    public var feet: Feet { Feet(rawValue / 0.3048) }
    /// The same length in nautical miles.
    public var nauticalMiles: NauticalMiles { NauticalMiles(rawValue / 1852) }
}

/// Distance in international nautical miles (1,852 m).
public struct NauticalMiles: Quantity {
    public static let symbol = "NM"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same length in metres.
    public var metres: Metres { Metres(rawValue * 1852) }
}

/// Speed in knots: nautical miles an hour.
public struct Knots: Quantity {
    public static let symbol = "kt"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same speed in metres a second.
    public var metresPerSecond: Double { rawValue * 1852 / 3600 }
    /// The same speed in kilometres an hour.
    public var kilometresPerHour: KilometresPerHour { KilometresPerHour(rawValue * 1.852) }
}

/// Speed in kilometres an hour, as type tables and press reports give it.
public struct KilometresPerHour: Quantity {
    public static let symbol = "km/h"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same speed in metres a second.
    public var metresPerSecond: Double { rawValue / 3.6 }
    /// The same speed in knots.
    public var knots: Knots { Knots(rawValue / 1.852) }
}

/// Vertical rate in feet a minute, climbing positive.
public struct FeetPerMinute: Quantity {
    public static let symbol = "ft/min"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
}

/// An angle in degrees; a direction is degrees true, 0 ..< 360, unless the name says `magnetic`.
public struct Degrees: Quantity {
    public static let symbol = "°"
    public let rawValue: Double
    public init(rawValue: Double) { self.rawValue = rawValue }
    /// The same direction in 0 ..< 360.
    public var asDirection: Degrees {
        let turned = rawValue.truncatingRemainder(dividingBy: 360)
        let positive = turned < 0 ? turned + 360 : turned
        return Degrees(positive >= 360 ? 0 : positive)
    }
}
