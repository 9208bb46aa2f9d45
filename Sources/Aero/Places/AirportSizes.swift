/// A set of airport sizes.
public struct AirportSizes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One size alone.
    public init(_ size: AirportSize) { rawValue = 1 << size.rawValue }

    public static let all = AirportSizes(AirportSize.allCases.map(AirportSizes.init))
    /// Where aeroplanes land: neither heliports nor what one list calls closed.
    public static let aeroplanes: AirportSizes = all.subtracting([
        AirportSizes(.heliport), AirportSizes(.disputed), AirportSizes(.seaplaneBase),
    ])
    /// Large, medium, and those without a class.
    public static let larger: AirportSizes = [
        AirportSizes(.large), AirportSizes(.medium), AirportSizes(.unclassified),
    ]
}
