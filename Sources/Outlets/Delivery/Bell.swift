import Synchronization

/// Wakes one who waits: what rang before he came is not lost, and rings once however often it rang.
final class Bell: Sendable {
    private struct State {
        var hasRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let waiter = state.withLock { state in
            guard let waiter = state.waiter else {
                state.hasRung = true
                return CheckedContinuation<Void, Never>?.none
            }
            state.waiter = nil
            return waiter
        }
        waiter?.resume()
    }

    /// Returns when it rings, when the time is over, or when the task is cancelled. For one at a time.
    func wait(upTo seconds: Double, _ clock: any DeliveryClock) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Cancelled when it rang, or with the task, whose end rings too.
                if (try? await clock.sleep(seconds: seconds)) != nil { self.ring() }
            }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isReady = state.withLock { state in
                        if state.hasRung {
                            state.hasRung = false
                            return true
                        }
                        state.waiter = continuation
                        return false
                    }
                    if isReady { continuation.resume() }
                }
            } onCancel: {
                ring()
            }
            group.cancelAll()
        }
    }
}
