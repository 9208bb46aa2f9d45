import Aero
import Feeds
import Synchronization

/// A clock that stands still unless somebody waits by it: then it jumps, and remembers the wait.
///
/// Who waits more often than a test wants stays waiting until he is cancelled.
final class ManualClock: FeedClock {
    private let state: Mutex<(seconds: Double, waits: [Double])>
    private let begin: Timestamp
    private let mostWaits: Int

    init(at begin: Timestamp = Timestamp(seconds: 1_700_000_000), mostWaits: Int = .max) {
        self.begin = begin
        self.mostWaits = mostWaits
        state = Mutex((0, []))
    }

    var wall: Timestamp { begin.advanced(bySeconds: seconds) }
    var seconds: Double { state.withLock { $0.seconds } }
    var waits: [Double] { state.withLock { $0.waits } }

    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        let isOver = state.withLock { state in
            guard state.waits.count < mostWaits else { return true }
            state.seconds += seconds
            state.waits.append(seconds)
            return false
        }
        // For ever, or until cancelled.
        if isOver { for await _ in AsyncStream<Never>.makeStream().stream {} }
        try Task.checkCancellation()
        await Task.yield()
    }
}
