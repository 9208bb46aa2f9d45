import Aero
import Feeds
import Synchronization

/// A clock that stands still unless somebody waits by it: then it jumps, and remembers the wait.
final class ManualFeedClock: FeedClock {
    private let state = Mutex((seconds: 0.0, waits: [Double]()))
    private let begin = Timestamp(seconds: 1_700_000_000)

    var wall: Timestamp { begin.advanced(bySeconds: seconds) }
    var seconds: Double { state.withLock { $0.seconds } }
    var waits: [Double] { state.withLock { $0.waits } }

    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        state.withLock {
            $0.seconds += seconds
            $0.waits.append(seconds)
        }
        await Task.yield()
    }
}
