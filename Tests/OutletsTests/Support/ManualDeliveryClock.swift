import Aero
import Synchronization

@testable import Outlets

/// A clock that jumps where somebody waits by it.
final class ManualDeliveryClock: DeliveryClock {
    private let seconds = Mutex(0.0)

    var now: Timestamp { Alerts.time.advanced(bySeconds: elapsed) }
    var elapsed: Double { seconds.withLock { $0 } }

    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        advance(seconds)
        await Task.yield()
    }

    func advance(_ step: Double) { seconds.withLock { $0 += step } }
}
