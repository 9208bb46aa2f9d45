public import Aero

/// The receivers that heard an aircraft within a minute, for the evidence: told to the operator alone.
public struct HeardMinute: Hashable, Sendable {
    /// Its beginning.
    public let minute: Timestamp
    /// By the numbers the archive gave them, rising; at most 32.
    public internal(set) var receivers: [UInt32]

    public init(minute: Timestamp, receivers: [UInt32]) {
        self.minute = minute
        self.receivers = receivers
    }
}
