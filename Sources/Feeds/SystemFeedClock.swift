public import Aero
import Foundation

/// The clocks of the machine.
public struct SystemFeedClock: FeedClock {
    private let start = ContinuousClock.now

    public init() {}

    public var wall: Timestamp { Timestamp(seconds: Date().timeIntervalSince1970) }

    public var seconds: Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }

    public func sleep(seconds: Double) async throws {
        try await Task.sleep(for: .seconds(min(max(0, seconds), 1e9)))
    }
}
