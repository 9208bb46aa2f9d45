import Synchronization

/// Wakes the one stream that waits; several rings before it looks are one.
final class AlertBell: Sendable {
    private struct State {
        var hasRung = false
        var isFinished = false
        var waiter: CheckedContinuation<Bool, Never>?
    }

    private let state = Mutex(State())

    func ring() { wake(finishing: false) }

    /// Ends the stream.
    func finish() { wake(finishing: true) }

    /// Waits for a ring.
    ///
    /// - Returns: false at the end, and when the task is cancelled.
    func next() async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> Bool? in
                    if state.isFinished { return false }
                    guard state.hasRung else {
                        state.waiter = continuation
                        return nil
                    }
                    state.hasRung = false
                    return true
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            finish()
        }
    }

    private func wake(finishing: Bool) {
        let waiter = state.withLock { state in
            if finishing { state.isFinished = true }
            defer { state.waiter = nil }
            if state.waiter == nil { state.hasRung = true }
            return state.waiter
        }
        waiter?.resume(returning: !finishing)
    }
}
