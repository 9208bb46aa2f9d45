import Site

/// Lets one after the other work, in the order they came; who is cancelled while waiting leaves.
actor Turns {
    private var isTaken = false
    private var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var next = 0

    /// - Throws: `.cancelled`; the turn is not taken then.
    func take() async throws(VisitCandidatesError) {
        guard !Task.isCancelled else { throw .cancelled }
        guard isTaken else {
            isTaken = true
            return
        }
        let number = next
        next += 1
        let isMine = await withTaskCancellationHandler {
            // Nothing of this actor runs between the number and its place in the row: who leaves is always found there, or has had its turn.
            await withCheckedContinuation { waiting.append((number, $0)) }
        } onCancel: {
            Task { await self.leave(number) }
        }
        guard isMine else { throw .cancelled }
    }

    func release() {
        guard !waiting.isEmpty else {
            isTaken = false
            return
        }
        waiting.removeFirst().continuation.resume(returning: true)
    }

    private func leave(_ number: Int) {
        guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: index).continuation.resume(returning: false)
    }
}
