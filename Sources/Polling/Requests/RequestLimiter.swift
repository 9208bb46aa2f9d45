public import Aero

/// Lets the requests of all sources of one provider through, one at a time and no more often than it allows.
///
/// It waits for nobody: who is told to wait does so by his own clock and asks again, keeping his place in the queue.
public actor RequestLimiter {
    /// What somebody who wants to ask is told.
    public enum Permission: Hashable, Sendable {
        /// Go; `finish` is owed.
        case go
        /// Ask again after that many seconds.
        case wait(seconds: Double)
    }

    /// How a request ended.
    public enum Outcome: Hashable, Sendable {
        case good
        /// It must not have happened so often: 429, 503, or a wait asked for.
        case throttled(retryAfter: Double?)
        case failed
    }

    /// What can be shown.
    public struct State: Hashable, Sendable {
        /// Seconds until the next request, of whichever source.
        public var readyIn: Double
        /// Credits left today; `nil` where none are counted.
        public var creditsLeft: Int?
        public var isBackingOff: Bool
    }

    private struct Place {
        var id: UInt64
        /// Whoever has not asked again by then has gone.
        var expires: Double
    }

    private let rules: LimiterRules
    private let random: @Sendable () -> Double
    private var readyAt = -Double.infinity
    private var blockedUntil = -Double.infinity
    private var failures = 0
    private var queue: [Place] = []
    private var inFlight: Place?
    private var nextID: UInt64 = 0
    /// The provider's own figure, or what is left of the profile's by our count; `nil` until one is known.
    private var creditsLeft: Int?
    private var creditDay: Int64?
    private var creditsBlockedUntil: Timestamp?

    /// A limiter nobody has asked yet.
    ///
    /// - Parameter random: numbers in 0 ..< 1.
    public init(_ rules: LimiterRules, random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }) {
        self.rules = rules
        self.random = random
    }

    /// A number for one who will ask.
    public func register() -> UInt64 {
        nextID += 1
        return nextID
    }

    /// Whether the next request may begin.
    ///
    /// - Parameters:
    ///   - cost: credits of the request; 0 where none are counted.
    ///   - perDay: credits a day, for as long as the provider has not said itself.
    ///   - now: seconds of a clock that never goes back.
    public func ask(_ id: UInt64, cost: Int = 0, perDay: Int? = nil, now: Double, wall: Timestamp) -> Permission {
        settleDay(wall, perDay: perDay)
        queue.removeAll { $0.expires < now && $0.id != id }
        if let flying = inFlight, flying.expires < now { inFlight = nil }
        if !queue.contains(where: { $0.id == id }) { queue.append(Place(id: id, expires: now)) }
        let place = queue.firstIndex { $0.id == id } ?? 0
        var wait = max(0, readyAt - now, blockedUntil - now) + Double(place) * rules.interval
        if let left = creditsLeft, cost > left { wait = max(wait, creditWait(wall)) }
        if inFlight != nil || place > 0 { wait = max(wait, 0.2) }
        guard wait > 0 else {
            queue.remove(at: place)
            inFlight = Place(id: id, expires: now + rules.patience)
            readyAt = now + rules.interval
            if let left = creditsLeft { creditsLeft = left - cost }
            return .go
        }
        queue[place].expires = now + wait + 30
        return .wait(seconds: wait)
    }

    /// Somebody will not ask any more.
    public func withdraw(_ id: UInt64) {
        queue.removeAll { $0.id == id }
        if inFlight?.id == id { inFlight = nil }
    }

    /// A request that was let through has ended.
    ///
    /// - Parameters:
    ///   - creditsLeft: what the provider says is left.
    ///   - creditsIn: seconds until there are credits again, as the provider says.
    public func finish(
        _ id: UInt64,
        _ outcome: Outcome,
        creditsLeft left: Int? = nil,
        creditsIn: Double? = nil,
        now: Double,
        wall: Timestamp
    ) {
        if inFlight?.id == id { inFlight = nil }
        if let left { creditsLeft = max(0, left) }
        if let creditsIn {
            let wait = bounded(creditsIn)
            creditsBlockedUntil = wall.advanced(bySeconds: wait)
            blockedUntil = max(blockedUntil, now + wait)
        }
        switch outcome {
        case .good: failures = 0
        case .throttled(let retryAfter?):
            failures += 1
            blockedUntil = max(blockedUntil, now + bounded(retryAfter))
        case .throttled(nil): backOff(from: max(rules.interval, 10), now)
        case .failed: backOff(from: max(rules.interval, 1), now)
        }
    }

    /// What to show.
    public func state(now: Double, wall: Timestamp) -> State {
        settleDay(wall, perDay: nil)
        return State(
            readyIn: max(0, readyAt - now, blockedUntil - now),
            creditsLeft: creditsLeft,
            isBackingOff: blockedUntil > now
        )
    }

    /// A wait the provider asked for: never shortened, never below the distance of two requests, never endless.
    private func bounded(_ seconds: Double) -> Double {
        let asked =
            seconds.isFinite ? min(max(seconds, rules.interval), rules.longestRetryAfter) : rules.longestRetryAfter
        return asked * (1 + rules.jitter / 4 * random())
    }

    private func backOff(from first: Double, _ now: Double) {
        failures += 1
        let doubled = first * Double(1 << min(failures - 1, 16))
        let wait = min(doubled, rules.longestBackoff) * (1 + rules.jitter * (2 * random() - 1))
        blockedUntil = max(blockedUntil, now + wait)
    }

    /// Credits come anew with the day (UTC).
    private func settleDay(_ wall: Timestamp, perDay: Int?) {
        let day = wall.nanoseconds / 86_400_000_000_000
        if creditDay != day {
            creditDay = day
            creditsLeft = perDay
            creditsBlockedUntil = nil
        } else if creditsLeft == nil {
            creditsLeft = perDay
        }
        if let until = creditsBlockedUntil, wall >= until {
            creditsBlockedUntil = nil
            if creditsLeft == 0 { creditsLeft = perDay }
        }
    }

    private func creditWait(_ wall: Timestamp) -> Double {
        let midnight = Timestamp(nanoseconds: (wall.nanoseconds / 86_400_000_000_000 + 1) * 86_400_000_000_000)
        return max(1, (creditsBlockedUntil ?? midnight).seconds(since: wall))
    }
}
