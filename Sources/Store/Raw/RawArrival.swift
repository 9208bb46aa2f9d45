public import Aero
public import Feeds

/// What one receiver's feed gave at once, and when: what goes into the raw archive, and what comes out of it again.
public struct RawArrival: Sendable {
    /// When the process that took it in began: another one means that tracks began anew.
    public let session: Timestamp
    /// The place among everything that the session took in, from 1.
    public let sequence: UInt64
    /// By the clock of the machine; what the sky took for "now".
    public let arrived: Timestamp
    /// The archive's number of who sent it.
    public let receiver: UInt32
    /// As it was given, without the names of its connection: `receiver` stands for them.
    public let batch: FeedBatch

    public init(session: Timestamp, sequence: UInt64, arrived: Timestamp, receiver: UInt32, batch: FeedBatch) {
        self.session = session
        self.sequence = sequence
        self.arrived = arrived
        self.receiver = receiver
        self.batch = batch
    }
}
