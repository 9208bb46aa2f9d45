import Site
import Testing

@testable import pelacak

@Suite(.timeLimit(.minutes(10)))
struct TurnsTests {
    @Test("one after the other")
    func order() async throws {
        let turns = Turns()
        try await turns.take()
        let second = Task { try await turns.take() }
        await turns.release()
        try await second.value
        await turns.release()
        try await turns.take()
    }

    @Test("who is cancelled while waiting takes nobody's turn")
    func cancelled() async throws {
        let turns = Turns()
        try await turns.take()
        let waiting = Task { try await turns.take() }
        waiting.cancel()
        await #expect(throws: VisitCandidatesError.cancelled) { try await waiting.value }
        await turns.release()
        try await turns.take()
    }
}
