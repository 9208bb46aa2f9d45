public import Aero

/// The clock deliveries are timed by; tests put their own in place of the machine's.
public protocol DeliveryClock: Sendable {
    /// UTC. It may be set forward and back; what waits by it is looked at again every minute.
    var now: Timestamp { get }
    /// Waits.
    ///
    /// - Throws: `CancellationError` at once when the task is cancelled.
    func sleep(seconds: Double) async throws
}
