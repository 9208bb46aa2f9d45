public import Aero
public import ModeS

/// Lets at most one message of a kind through for each aircraft in a given time. Pure; time comes with the messages.
///
/// What changes at once goes at once: a squawk or a state of emergency other than the last one.
public struct MessageThinner: Sendable {
    private struct Key: Hashable {
        var address: UInt32
        var kind: MessageKind
    }

    private let interval: Double
    private let capacity: Int
    private var last: [Key: Timestamp] = [:]
    /// The squawk and the state of emergency each aircraft sent last.
    private var alarms: [UInt32: (alarm: Alarm, time: Timestamp)] = [:]
    private var nextSweep: Timestamp?

    /// What must not wait.
    public struct Alarm: Hashable, Sendable {
        public var squawk: Squawk?
        public var emergency: EmergencyState?

        public init(squawk: Squawk? = nil, emergency: EmergencyState? = nil) {
            self.squawk = squawk
            self.emergency = emergency
        }
    }

    /// - Parameters:
    ///   - interval: seconds, above 0.
    ///   - capacity: aircraft and kinds remembered; when there are more, all are forgotten, and some come once too often.
    public init(interval: Double, capacity: Int = 1_000_000) {
        self.interval = interval
        self.capacity = capacity
    }

    /// Whether a message goes on.
    ///
    /// - Parameters:
    ///   - alarm: what it says that must not wait; `nil` for nothing.
    ///   - time: when it was received. One earlier than the last of its kind by more than the interval begins anew: a clock was set.
    public mutating func passes(
        _ kind: MessageKind,
        of address: AircraftAddress,
        alarm: Alarm? = nil,
        at time: Timestamp
    ) -> Bool {
        sweep(time)
        let key = Key(address: address.rawValue, kind: kind)
        let isNews = alarm.map { notes($0, of: address.rawValue, at: time) } ?? false
        if !isNews, let earlier = last[key], abs(time.seconds(since: earlier)) < interval { return false }
        last[key] = time
        return true
    }

    /// How many aircraft and kinds are remembered.
    var remembered: Int { last.count }

    /// Keeps an alarm.
    ///
    /// - Returns: whether it says something else than the one before.
    private mutating func notes(_ alarm: Alarm, of address: UInt32, at time: Timestamp) -> Bool {
        let known = alarms[address]?.alarm
        var merged = known ?? Alarm()
        if let squawk = alarm.squawk { merged.squawk = squawk }
        if let emergency = alarm.emergency { merged.emergency = emergency }
        alarms[address] = (merged, time)
        return merged != known
    }

    /// Forgets what is too old to hold anything back, now and then.
    private mutating func sweep(_ time: Timestamp) {
        if let nextSweep, last.count <= capacity, abs(nextSweep.seconds(since: time)) <= 2 * interval + 60,
            time < nextSweep
        {
            return
        }
        nextSweep = time.advanced(bySeconds: interval + 60)
        last = last.filter { abs(time.seconds(since: $0.value)) < interval }
        alarms = alarms.filter { abs(time.seconds(since: $0.value.time)) < 300 }
        if last.count > capacity { last.removeAll() }
        if alarms.count > capacity { alarms.removeAll() }
    }
}
