import Synchronization

/// How many names are being looked up: one that hangs cannot be stopped, and holds a thread until the system gives up.
final class Lookups: Sendable {
    private let running = Mutex(0)

    /// Ours: as many outlets seldom look up at once.
    private static let most = 16

    /// Whether one more may begin; then `end` is to be called.
    func begin() -> Bool {
        running.withLock { running in
            guard running < Self.most else { return false }
            running += 1
            return true
        }
    }

    func end() { running.withLock { $0 -= 1 } }
}
