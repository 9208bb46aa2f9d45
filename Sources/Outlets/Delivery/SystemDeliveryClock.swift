public import Aero
import Foundation

/// The clock of the machine.
public struct SystemDeliveryClock: DeliveryClock {
    public init() {}

    public var now: Timestamp { Timestamp(seconds: Date().timeIntervalSince1970) }

    public func sleep(seconds: Double) async throws { try await Task.sleep(for: .seconds(min(max(0, seconds), 1e6))) }
}
