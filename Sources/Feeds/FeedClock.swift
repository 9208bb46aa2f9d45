public import Aero

/// The clocks a feed reads and waits by; tests put their own in place of the machine's.
public protocol FeedClock: Sendable {
    /// UTC.
    var wall: Timestamp { get }
    /// Seconds from an arbitrary instant, never going back.
    var seconds: Double { get }
    /// Waits.
    ///
    /// - Throws: `CancellationError` at once when the task is cancelled.
    func sleep(seconds: Double) async throws
}
