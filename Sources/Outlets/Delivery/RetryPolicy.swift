public import Aero
public import Watch

/// When a delivery is tried again, and when no more.
public struct RetryPolicy: Hashable, Sendable {
    /// From one try to the next at most, unless the other side asks for more.
    public var longestSeconds = 3_600.0
    /// After which a delivery is given up.
    public var patienceSeconds = 86_400.0
    /// How often it is refused for good before it is given up.
    public var refusals = 3
    /// A wait is shortened by up to that share: those who failed together do not come back together.
    public var jitter = 0.25

    public init() {}

    /// Seconds after the `tries`th try: 1, 2, 4 … 3600, less the jitter.
    ///
    /// - Parameter random: 0 ..< 1.
    public func wait(after tries: Int, random: Double) -> Double {
        let doubled = Double(1 << min(max(tries - 1, 0), 20))
        return min(doubled, longestSeconds) * (1 - jitter * random)
    }

    /// What becomes of a delivery after a try.
    public func settlement(
        of delivery: Delivery,
        _ outcome: DeliveryOutcome,
        now: Timestamp,
        random: Double
    ) -> DeliverySettlement {
        let age = now.seconds(since: delivery.made)
        switch outcome {
        case .delivered: return .delivered
        case .refused(let reason):
            guard delivery.refusals + 1 < refusals, age < patienceSeconds else { return .dead(reason: reason) }
            let due = now.advanced(bySeconds: wait(after: delivery.tries + 1, random: random))
            return .later(due: due, reason: reason, wasRefused: true)
        case .failed(let reason, let retryAfter):
            let wait = max(wait(after: delivery.tries + 1, random: random), min(retryAfter ?? 0, patienceSeconds))
            // The last try stands at the end of the time, not beyond it.
            guard age < patienceSeconds else {
                return .dead(reason: .givenUp(hours: Int(patienceSeconds / 3_600), because: reason))
            }
            return .later(due: now.advanced(bySeconds: wait), reason: reason, wasRefused: false)
        }
    }
}
