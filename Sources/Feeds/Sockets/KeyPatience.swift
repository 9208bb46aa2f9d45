import NIOCore
import Synchronization

/// Closes a connection whose other side has not shown its key in time.
final class KeyPatience: Sendable {
    private enum Mood { case waiting, over, content }

    private let mood = Mutex(Mood.waiting)
    private let end: Mutex<Scheduled<Void>?> = Mutex(nil)

    /// - Parameter seconds: the time to show the key in, from now.
    init(with channel: any Channel, seconds: Double) {
        let task = channel.eventLoop.scheduleTask(in: .nanoseconds(Int64(seconds * 1e9))) { [self] in
            let isOver = mood.withLock { mood in
                guard case .waiting = mood else { return false }
                mood = .over
                return true
            }
            if isOver { channel.close(promise: nil) }
        }
        end.withLock { $0 = task }
    }

    /// Whether the connection was closed for want of a key.
    var hasRunOut: Bool { mood.withLock { $0 == .over } }

    /// A key was shown, or the connection is gone.
    func cancel() {
        mood.withLock { if case .waiting = $0 { $0 = .content } }
        end.withLock { $0?.cancel() }
    }
}
