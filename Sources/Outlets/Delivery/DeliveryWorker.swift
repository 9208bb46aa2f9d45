import Aero
import Crypto
public import Logging
import Watch

/// Sends the deliveries of one outlet, one after the other, until its task is cancelled.
///
/// At least once: a delivery is settled after the other side took it, and one that was under way when the program ended is sent again under
/// the same key.
public actor DeliveryWorker {
    /// What it works with.
    public struct Services: Sendable {
        public var queue: any DeliveryQueue
        public var client: OutboundClient
        public var clock: any DeliveryClock
        public var policy: RetryPolicy
        /// Numbers in 0 ..< 1.
        public var random: @Sendable () -> Double
        public var logger: Logger

        public init(
            queue: any DeliveryQueue,
            client: OutboundClient,
            clock: any DeliveryClock = SystemDeliveryClock(),
            policy: RetryPolicy = RetryPolicy(),
            random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
            logger: Logger
        ) {
            (self.queue, self.client, self.clock) = (queue, client, clock)
            (self.policy, self.random, self.logger) = (policy, random, logger)
        }
    }

    private var outlet: Outlet
    private let services: Services
    private var limit: RateLimit
    /// Nothing is sent before: the other side asked for it, or it does not answer.
    private var blockedUntil: Timestamp?
    private var failuresInARow = 0
    private var trouble: String?
    private nonisolated let bell = Bell()

    /// Deliveries that are looked at at once, and alerts in a digest.
    private static let batch = 100
    /// Seconds after which it looks again whatever happens: the wall's clock may have been set.
    private static let longestRest = 60.0

    public init(_ outlet: Outlet, _ services: Services) {
        self.outlet = outlet
        self.services = services
        limit = RateLimit(perMinute: outlet.perMinute)
    }

    /// Something was put into the queue.
    public nonisolated func wake() { bell.ring() }

    /// Goes on with what was learned of the outlet's service.
    public func take(_ learned: Outlet) { outlet = learned }

    public func run() async {
        while !Task.isCancelled {
            let rest: Double
            do throws(DeliveryQueueError) { rest = try await step() } catch {
                tell("the outbox cannot be read or written: \(error.reason)")
                rest = 5
            }
            if rest > 0, !Task.isCancelled { await bell.wait(upTo: min(rest, Self.longestRest), services.clock) }
        }
    }

    /// Sends at most one message.
    ///
    /// - Returns: seconds until there may be more to do; 0: now.
    func step() async throws(DeliveryQueueError) -> Double {
        let now = services.clock.now
        if let blocked = blockedUntil, blocked > now {
            // Longer than anybody may ask for: the clock was set back meanwhile.
            guard blocked.seconds(since: now) > services.policy.patienceSeconds else {
                return blocked.seconds(since: now)
            }
        }
        blockedUntil = nil
        let room = limit.available(at: now)
        let ready = try await services.queue.ready(outlet.name, now: now, limit: Self.batch)
        guard let first = ready.first else {
            guard let due = try await services.queue.nextDue(outlet.name) else { return Self.longestRest }
            return max(0.05, due.seconds(since: now))
        }
        guard room > 0 else { return max(0.01, limit.wait()) }
        if ready.count > room || room < 2, try await join(moreThan: room, now) { return 0 }
        limit.take()
        let outcome = await outlet.send(first.payload, key: first.key, now: now, through: services.client)
        // Ended while it was under way: whether it arrived is not known, so it is sent again.
        guard !Task.isCancelled else { return 0 }
        let end = services.clock.now
        let settlement = services.policy.settlement(of: first, outcome, now: end, random: services.random())
        try await services.queue.settle(first.number, settlement, now: end)
        note(outcome, settlement, at: end)
        return 0
    }

    /// Puts what was never tried together where it is more than may go.
    private func join(moreThan room: Int, _ now: Timestamp) async throws(DeliveryQueueError) -> Bool {
        let untried = try await services.queue.untried(outlet.name, now: now, limit: Self.batch)
        guard untried.count > max(1, room) else { return false }
        let alerts = untried.map(\.alert)
        let key = Self.key(alerts)
        let payload = outlet.digest(alerts, key: key, made: now)
        let numbers = untried.map(\.number)
        try await services.queue.join(numbers, outlet: outlet.name, key: key, payload: payload, now: now)
        return true
    }

    /// The key of a digest is made of those of its alerts.
    private static func key(_ alerts: [AlertRecord]) -> String {
        let digest = SHA256.hash(data: Array(alerts.map(\.id).joined(separator: " ").utf8))
        return digest.prefix(16).map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined()
    }

    private func note(_ outcome: DeliveryOutcome, _ settlement: DeliverySettlement, at now: Timestamp) {
        switch outcome {
        case .delivered:
            if trouble != nil { services.logger.notice("outlet \(outlet.name): it takes alerts again") }
            trouble = nil
            failuresInARow = 0
        case .failed(let reason, let retryAfter):
            failuresInARow += 1
            // The whole outlet rests a little, so that one letter it chokes on does not hold the others for hours.
            let rest = min(services.policy.wait(after: failuresInARow, random: services.random()), Self.longestRest)
            let asked = min(retryAfter ?? 0, services.policy.patienceSeconds)
            blockedUntil = now.advanced(bySeconds: max(rest, asked))
            tell(reason.description)
        case .refused(let reason): tell(reason.description)
        }
        if case .dead(let reason) = settlement {
            services.logger.error("outlet \(outlet.name): an alert could not be delivered: \(reason)")
        }
    }

    /// Said once, then quietly until it changes.
    private func tell(_ reason: String) {
        services.logger.log(level: trouble == reason ? .debug : .warning, "outlet \(outlet.name): \(reason)")
        trouble = reason
    }
}
