import NIOCore
import Synchronization

/// Closes a connection whose other side has not said its greeting in time.
///
/// What has arrived counts, not what has been read of it: a machine that is busy must not take it out on the other side.
final class GreetingPatience: Sendable {
    private let isOver = Mutex(false)
    private let end: Mutex<Scheduled<Void>?>

    /// - Parameters:
    ///   - channel: one that `Connector` prepared.
    ///   - bytes: how long the greeting is.
    init(with channel: any Channel, bytes: Int, seconds: Double) {
        end = Mutex(nil)
        let task = channel.eventLoop.scheduleTask(in: .nanoseconds(Int64(seconds * 1e9))) { [self] in
            let gatherer = try? channel.pipeline.syncOperations.handler(type: ReadGatherer.self)
            guard let gatherer, gatherer.received < bytes else { return }
            isOver.withLock { $0 = true }
            channel.close(promise: nil)
        }
        end.withLock { $0 = task }
    }

    /// Whether the connection was closed for want of a greeting.
    var hasRunOut: Bool { isOver.withLock { $0 } }

    /// The greeting has come, or the connection is gone.
    func cancel() { end.withLock { $0?.cancel() } }
}
