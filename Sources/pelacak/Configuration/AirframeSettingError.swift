/// What of `airframes` cannot be meant.
enum AirframeSettingError: Error, Hashable, CustomStringConvertible {
    /// It is no list of types with values.
    case noTypes
    /// Not two to four capital letters and digits.
    case noType(String)
    /// Something else than values stands behind a type.
    case noValues(type: String)
    case unknownValue(String, type: String)
    case noNumber(String, value: AirframeSettings.Value, type: String)
    case outOfRange(Double, value: AirframeSettings.Value, type: String)
    /// Both say how long it stays in the air.
    case rangeAndEndurance(type: String)
    /// Its highest speed is below its usual one, in km/h.
    case maximumBelowTypical(maximum: Double, typical: Double, type: String)

    var description: String {
        switch self {
        case .noTypes: "write types with their values, as IL96: {typical: 870, maximum: 910}"
        case .noType(let text):
            "\"\(text.prefix(20))\" is no type designator: write two to four letters and digits, as IL96"
        case .noValues(let type): "\(type): write its values, as \(type): {typical: 870, maximum: 910}"
        case .unknownValue(let name, let type):
            "\(type): there is no value \"\(name.prefix(20))\"\(NearestName.hint(name, among: AirframeSettings.Value.names)); "
                + "there are \(AirframeSettings.Value.names.joined(separator: ", "))"
        case .noNumber(let text, let value, let type): "\(type): \(value.rawValue) \(text.prefix(20)) is no number"
        case .outOfRange(let number, let value, let type):
            "\(type): \(value.rawValue) \(AirframeSettings.plain(number)): write \(value.unit) from "
                + "\(AirframeSettings.plain(value.bounds.lowerBound)) to \(AirframeSettings.plain(value.bounds.upperBound))"
        case .rangeAndEndurance(let type): "\(type): write range or endurance, not both"
        case .maximumBelowTypical(let maximum, let typical, let type):
            "\(type): maximum \(AirframeSettings.plain(maximum)) is below typical \(AirframeSettings.plain(typical)) km/h; write both"
        }
    }
}
