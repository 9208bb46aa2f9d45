/// Why the settings of a `BandScene` cannot be used.
public enum BandSceneError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownSetting(String)
    case badNumber(String, setting: String, lowest: Double, highest: Double)
    /// The lowest ratio is above the highest.
    case crossedBounds

    public var description: String {
        switch self {
        case .unknownSetting(let name):
            "no setting \"\(name)\"; there are: rate, aircraft, snr, low, high, fruit, dc-i, dc-q, imbalance, crosstalk, ppm"
        case .badNumber(let text, let setting, let lowest, let highest):
            "\(setting)=\(text): a number from \(lowest) to \(highest) is needed"
        case .crossedBounds: "low= must not be above high="
        }
    }
}
