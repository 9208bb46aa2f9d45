public import Aero

/// Says when something of the sky is due, when a recording or a made-up sky runs at a given speed.
public struct Pacer: Sendable {
    /// How fast the time of the sky runs.
    public enum Speed: Hashable, Sendable {
        /// As it ran.
        case realtime
        /// So many times as fast; above 0.
        case times(Double)
        /// Without waiting.
        case maximum
    }

    /// While paced, at most that much of the sky's time is handed on at once, in seconds.
    public static let piece = 0.05

    /// The sky's seconds in one second; `nil` without waiting.
    public let factor: Double?
    private var begin: (sky: Timestamp, seconds: Double)?

    public init(speed: Speed) {
        switch speed {
        case .realtime: factor = 1
        case .times(let times): factor = times.isFinite && times > 0 ? times : 1
        case .maximum: factor = nil
        }
    }

    /// How many seconds to wait before what belongs to an instant of the sky is handed on; 0 when it is due or late.
    ///
    /// The first call sets the beginning: that instant is due now.
    /// - Parameter now: seconds of a clock that never goes back.
    public mutating func wait(for sky: Timestamp, now: Double) -> Double {
        guard let factor else { return 0 }
        guard let begin else {
            self.begin = (sky, now)
            return 0
        }
        return max(0, begin.seconds + sky.seconds(since: begin.sky) / factor - now)
    }
}
