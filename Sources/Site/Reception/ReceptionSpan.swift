public import Aero

/// How far back reception is told of, and in which steps.
public enum ReceptionSpan: String, Hashable, Sendable, CaseIterable {
    case hour, day

    /// Seconds of one slot.
    public var slotSeconds: Int {
        switch self {
        case .hour: 60
        case .day: 900
        }
    }

    /// How many slots there are at most.
    public var slotCount: Int {
        switch self {
        case .hour: 60
        case .day: 96
        }
    }

    /// Seconds of the whole.
    public var seconds: Int { slotSeconds * slotCount }

    /// When the slot began that a moment lies in, seconds since 1970.
    public func slotStart(at time: Timestamp) -> Int64 {
        let second = Int64(time.seconds.rounded(.down))
        let length = Int64(slotSeconds)
        let into = second % length
        return second - (into < 0 ? into + length : into)
    }
}
