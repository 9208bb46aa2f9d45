import NIOCore
import Synchronization

/// Holds what one reader is to be sent next: at most one frame of the sky, always the newest, and a few events.
final class LiveMailbox: Sendable {
    private struct State {
        var frame: ByteBuffer?
        var events: [ByteBuffer] = []
        var waiter: CheckedContinuation<ByteBuffer?, Never>?
        var isFinished = false
    }

    private let state = Mutex(State())
    /// Events that wait; the oldest goes when one more comes.
    private static let eventBound = 8

    /// Leaves a frame.
    ///
    /// - Parameters:
    ///   - change: follows the frame that was left before.
    ///   - full: asked for when that one was not fetched: it is thrown away, and the change after it would make no sense.
    func leave(change: ByteBuffer, full: () -> ByteBuffer) {
        let waiter = state.withLock { state -> CheckedContinuation<ByteBuffer?, Never>? in
            guard !state.isFinished else { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            state.frame = state.frame == nil ? change : full()
            return nil
        }
        waiter?.resume(returning: change)
    }

    /// Leaves an event or the time.
    ///
    /// - Parameter isWorthKeeping: false for what only shows that the connection lives: dropped when anything else waits.
    func leave(event: ByteBuffer, isWorthKeeping: Bool = true) {
        let waiter = state.withLock { state -> CheckedContinuation<ByteBuffer?, Never>? in
            guard !state.isFinished else { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            if !isWorthKeeping, state.frame != nil || !state.events.isEmpty { return nil }
            if state.events.count >= LiveMailbox.eventBound { state.events.removeFirst() }
            state.events.append(event)
            return nil
        }
        waiter?.resume(returning: event)
    }

    /// Ends the stream once what waits was thrown away.
    func finish() {
        let waiter = state.withLock { state -> CheckedContinuation<ByteBuffer?, Never>? in
            state.isFinished = true
            state.frame = nil
            state.events = []
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    /// Waits for what is to be sent next; `nil` at the end, and when the task is cancelled. For one reader only.
    func next() async -> ByteBuffer? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> ByteBuffer?? in
                    if state.isFinished || state.waiter != nil { return .some(nil) }
                    if state.frame == nil, state.events.isEmpty {
                        state.waiter = continuation
                        return .none
                    }
                    var whole = state.frame ?? ByteBuffer()
                    for event in state.events { whole.writeImmutableBuffer(event) }
                    state.frame = nil
                    state.events = []
                    return whole
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            finish()
        }
    }
}
