/// What the synthetic sky shows.
public enum Scene: Hashable, Sendable {
    /// The reconstructed trip of June 2024 with companions, a decoy and traffic around it. Invented aircraft; times from reports.
    case stateVisit
    /// Traffic of the whole world.
    case traffic(aircraft: Int)

    /// The names that `init(name:)` knows.
    public static let names = ["state-visit", "traffic"]
    /// How many aircraft `traffic` has when nothing is said.
    public static let defaultTraffic = 600
    /// The most aircraft a scene may have.
    public static let mostAircraft = 50_000

    /// Reads `state-visit`, `traffic` or `traffic?aircraft=10000`.
    ///
    /// - Throws: `SceneError`.
    public init(name: some StringProtocol) throws(SceneError) {
        let halves = name.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let word = halves.first.map { String($0) } ?? ""
        guard Scene.names.contains(word) else { throw .unknownScene(word) }
        var aircraft: Int?
        for setting in halves.count > 1 ? halves[1].split(separator: "&") : [] {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = parts.first.map { String($0) } ?? ""
            guard word == "traffic", key == "aircraft" else { throw .unknownSetting(key, scene: word) }
            guard parts.count == 2, let number = Int(parts[1]), (1...Scene.mostAircraft).contains(number) else {
                throw .badNumber(parts.count == 2 ? String(parts[1]) : "", setting: key)
            }
            aircraft = number
        }
        self = word == "traffic" ? .traffic(aircraft: aircraft ?? Scene.defaultTraffic) : .stateVisit
    }

    /// How many times faster than the wall clock the scene is best watched.
    public var advisedTimeLapse: Double {
        switch self {
        case .stateVisit: 60
        case .traffic: 1
        }
    }
}

extension Scene: CustomStringConvertible {
    /// The name as `init(name:)` reads it.
    public var description: String {
        switch self {
        case .stateVisit: "state-visit"
        case .traffic(let aircraft): "traffic?aircraft=\(aircraft)"
        }
    }
}
