import Aero
import Flights
import Yams

/// What the operator says that types of aircraft can do: `airframes` of the configuration file, over the built-in table.
///
///     airframes:
///       IL96: {typical: 870, maximum: 920, range: 12000, runway: 2500}
///       PC12: {typical: 500, maximum: 540, endurance: 6.5, runway: 800, rotation: 65}
///
/// What is not written stays as the built-in table has it, else as it is for a type that is not known.
enum AirframeSettings {
    /// What may be written of a type.
    enum Value: String, Hashable, Sendable, CaseIterable {
        /// True airspeed in cruise, and at most; km/h.
        case typical, maximum
        /// km in still air, with the usual reserves.
        case range
        /// Hours in the air at most, with all its fuel.
        case endurance
        /// Metres of the shortest runway it is expected to use.
        case runway
        /// Knots over ground at which it leaves the ground.
        case rotation

        static let names = allCases.map(\.rawValue)

        var unit: String {
            switch self {
            case .typical, .maximum: "km/h"
            case .range: "kilometres"
            case .endurance: "hours"
            case .runway: "metres"
            case .rotation: "knots"
            }
        }

        /// Ours: wide enough for everything from a balloon to the fastest there was.
        var bounds: ClosedRange<Double> {
            switch self {
            case .typical, .maximum: 20...4_000
            case .range: 20...40_000
            case .endurance: 0.2...400
            case .runway: 0...6_000
            case .rotation: 0...300
            }
        }
    }

    /// - Parameter node: what stands behind `airframes`.
    static func table(_ node: Node) throws(AirframeSettingError) -> AirframeTable {
        if node.scalar?.string.isEmpty == true { return AirframeTable() }
        guard let mapping = node.mapping else { throw .noTypes }
        var overrides: [String: AirframeLimits] = [:]
        for (name, values) in mapping {
            let type = (name.string ?? "").uppercased()
            let isType = (2...4).contains(type.utf8.count) && type.utf8.allSatisfy(Self.isDesignator)
            guard isType, overrides[type] == nil else { throw .noType(name.string ?? "") }
            overrides[type] = try limits(values, ofType: type)
        }
        return AirframeTable(overrides: overrides)
    }

    private static func limits(_ node: Node, ofType type: String) throws(AirframeSettingError) -> AirframeLimits {
        guard let mapping = node.mapping else { throw .noValues(type: type) }
        var written: [Value: Double] = [:]
        for (name, value) in mapping {
            guard let key = name.string.flatMap(Value.init) else {
                throw .unknownValue(name.string ?? "", type: type)
            }
            let text = value.scalar?.string ?? ""
            guard let number = Double(text), number.isFinite else { throw .noNumber(text, value: key, type: type) }
            guard key.bounds.contains(number) else { throw .outOfRange(number, value: key, type: type) }
            written[key] = number
        }
        guard written[.range] == nil || written[.endurance] == nil else { throw .rangeAndEndurance(type: type) }
        var limits = AirframeTable().limits(ofType: type)
        if let typical = written[.typical] { limits.typicalSpeed = KilometresPerHour(typical) }
        if let maximum = written[.maximum] { limits.maximumSpeed = KilometresPerHour(maximum) }
        let (typical, maximum) = (limits.typicalSpeed.rawValue, limits.maximumSpeed.rawValue)
        guard maximum >= typical else {
            throw .maximumBelowTypical(maximum: maximum, typical: typical, type: type)
        }
        if let hours = written[.endurance] { limits.enduranceSeconds = hours * 3_600 }
        if let runway = written[.runway] { limits.runwayMinimum = Metres(runway) }
        if let rotation = written[.rotation] { limits.rotation = Knots(rotation) }
        guard let range = written[.range] else { return limits }
        return AirframeLimits(
            typicalSpeed: limits.typicalSpeed,
            maximumSpeed: limits.maximumSpeed,
            range: Metres(range * 1_000),
            runwayMinimum: limits.runwayMinimum,
            rotation: limits.rotation
        )
    }

    private static func isDesignator(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// A number as people write it.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    }
}
