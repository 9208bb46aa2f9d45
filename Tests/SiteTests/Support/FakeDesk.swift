import Site
import Synchronization

/// Sources in memory.
final class FakeDesk: SourceDesk {
    private let state = Mutex<[SourceStatus]>([])
    private let drafts = Mutex<[SourceDraft]>([])

    let configurationName = "pelacak.yaml"

    /// What was given to `add` and `test`.
    var given: [SourceDraft] { drafts.withLock { $0 } }

    private let words = Mutex<[String]>([])
    /// What was confirmed: source, day, purpose.
    var confirmed: [String] { words.withLock { $0 } }

    func providers() async -> [ProviderEntry] {
        [
            ProviderEntry(
                id: "one",
                name: "One",
                formats: ["v2"],
                queries: ["circle"],
                minimumInterval: 10,
                usualInterval: 10,
                largestRadius: 250,
                licence: "ODbL",
                isRedistributable: true,
                credit: "Data from One",
                source: "made up",
                isVerified: true,
                purposes: ["private": "yes"]
            )
        ]
    }

    func confirm(
        terms: String,
        purpose: String,
        termsLink: String?,
        id: String
    ) async throws(SourceDeskError) -> SourceStatus {
        guard let source = state.withLock({ $0.first { $0.id == id } }) else { throw .notFound(id: id) }
        words.withLock { $0.append("\(id) \(terms) \(purpose)") }
        return source
    }

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
