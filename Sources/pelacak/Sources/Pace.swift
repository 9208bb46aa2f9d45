/// How fast a recording is played.
enum Pace: Hashable, Sendable {
    /// As fast as it can be read.
    case max
    /// Recorded seconds that pass in a second; 1 is real time.
    case factor(Double)

    /// Reads `realtime`, `max` or a factor.
    init(_ text: String) throws(UsageError) {
        switch text {
        case "realtime": self = .factor(1)
        case "max": self = .max
        default:
            guard let factor = Double(text), (0.001...100_000).contains(factor) else {
                throw UsageError("pace=\(text): write realtime, max, or a factor such as 10")
            }
            self = .factor(factor)
        }
    }

    var text: String {
        switch self {
        case .max: "max"
        case .factor(1): "realtime"
        case .factor(let factor): "\(factor)"
        }
    }

    /// Seconds of the recording in a second; 0 is as fast as possible.
    var timeLapse: Double {
        switch self {
        case .max: 0
        case .factor(let factor): factor
        }
    }
}
