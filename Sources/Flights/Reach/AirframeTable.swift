import Aero

/// Limits by ICAO type designator: a built-in table, and what the operator wrote over it.
public struct AirframeTable: Hashable, Sendable {
    /// Values that stand in for the built-in ones, or that these lack.
    public var overrides: [String: AirframeLimits]

    public init(overrides: [String: AirframeLimits] = [:]) { self.overrides = overrides }

    /// - Parameter type: an ICAO type designator in capital letters, as `IL96`; `nil` where it is not known.
    /// - Returns: `AirframeLimits.unknown` for a type in neither table.
    public func limits(ofType type: String?) -> AirframeLimits {
        guard let type else { return .unknown }
        return overrides[type] ?? AirframeTable.builtIn[type] ?? .unknown
    }

    /// Round figures for the larger types of state fleets.
    public static let builtIn: [String: AirframeLimits] = {
        let rows:
            [(types: [String], typical: Double, maximum: Double, range: Double, runway: Double, rotation: Double)] =
                [
                    (["IL96"], 870, 910, 11_500, 2_600, 145),
                    (["IL62"], 850, 900, 10_000, 2_600, 150),
                    (["T204"], 830, 850, 6_500, 2_500, 140),
                    (["SU95"], 830, 870, 4_500, 1_800, 130),
                    (["A148"], 800, 870, 4_400, 1_600, 120),
                    (["B752"], 850, 915, 7_200, 2_000, 135),
                    (["B738", "C40"], 830, 875, 5_700, 2_300, 140),
                    (["B742"], 890, 945, 12_000, 3_000, 150),
                    (["GLF5", "GLF6"], 900, 955, 12_000, 1_800, 120),
                ]
        var table: [String: AirframeLimits] = [:]
        for row in rows {
            for type in row.types {
                table[type] = AirframeLimits(
                    typicalSpeed: KilometresPerHour(row.typical),
                    maximumSpeed: KilometresPerHour(row.maximum),
                    range: Metres(row.range * 1_000),
                    runwayMinimum: Metres(row.runway),
                    rotation: Knots(row.rotation)
                )
            }
        }
        return table
    }()
}
