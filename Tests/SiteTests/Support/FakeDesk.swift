import Site
import Synchronization

/// Sources in memory.
final class FakeDesk: SourceDesk {
    private let state = Mutex<[SourceStatus]>([])
    private let drafts = Mutex<[SourceDraft]>([])

    let configurationName = "pelacak.yaml"

    /// What was given to `add` and `test`.
    var given: [SourceDraft] { drafts.withLock { $0 } }

    func set(_ sources: [SourceStatus]) { state.withLock { $0 = sources } }
    func sources() async -> [SourceStatus] { state.withLock { $0 } }

    func add(_ draft: SourceDraft) async throws(SourceDeskError) -> SourceStatus {
        drafts.withLock { $0.append(draft) }
        if draft.name == "readonly" { throw .unwritable(message: "pelacak.yaml cannot be written") }
        let source = SourceStatus(
            id: draft.name,
            name: draft.name,
            specification: "beast+tcp://127.0.0.1:30005",
            format: "beast",
            hasPlace: draft.place != nil,
            state: .connecting,
            isFromFile: true
        )
        let isNew = state.withLock { sources in
            guard !sources.contains(where: { $0.name == draft.name }) else { return false }
            sources.append(source)
            return true
        }
        guard isNew else { throw .nameTaken(draft.name) }
        return source
    }

    func test(_ draft: SourceDraft) async throws(SourceDeskError) -> AsyncStream<SourceTestReport> {
        drafts.withLock { $0.append(draft) }
        return AsyncStream { continuation in
            for second in 1...3 {
                continuation.yield(
                    SourceTestReport(
                        second: second,
                        state: .connected,
                        bytes: second * 100,
                        frames: second,
                        guess: .beast,
                        isDone: second == 3
                    )
                )
            }
            continuation.finish()
        }
    }

    func setPaused(_ isPaused: Bool, id: String) async throws(SourceDeskError) -> SourceStatus {
        let changed = state.withLock { sources -> SourceStatus? in
            guard let index = sources.firstIndex(where: { $0.id == id }) else { return nil }
            sources[index].state = isPaused ? .paused : .connecting
            return sources[index]
        }
        guard let changed else { throw .notFound(id: id) }
        return changed
    }

    func remove(id: String) async throws(SourceDeskError) {
        let isGone = state.withLock { sources in
            guard let index = sources.firstIndex(where: { $0.id == id }) else { return false }
            sources.remove(at: index)
            return true
        }
        guard isGone else { throw .notFound(id: id) }
    }
}
