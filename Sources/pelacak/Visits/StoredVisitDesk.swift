import Aero
import Dispatch
import Logging
import Polling
import Site
import Store
import Synchronization
import Visits

/// The visits of a running server: kept in `DATA/visits`, opened when they are asked for first.
///
/// A database that cannot be opened is said in the log, and tried again with the next question: the map goes on without visits.
final class StoredVisitDesk: VisitDesk {
    static func folder(in dataFolder: String) -> String { dataFolder + "/visits" }

    private let folder: String
    private let fleet: StateFleet
    /// What is polled now.
    private let sources: @Sendable () async -> [PolledSource]
    private let logger: Logger
    /// One after the other, and off the threads that must not wait for a disk.
    private let queue = DispatchQueue(label: "pelacak.visits")
    private let state = Mutex(State())

    private struct State {
        var store: VisitStore?
        var problem: VisitKeepingError?
    }

    /// - Parameter sources: the polled sources that run.
    init(dataFolder: String, logger: Logger, sources: @escaping @Sendable () async -> [PolledSource]) {
        folder = Self.folder(in: dataFolder)
        fleet = StateFleet(folder: dataFolder)
        self.logger = logger
        self.sources = sources
    }

    func visits() async throws(VisitKeepingError) -> [KeptVisit] {
        try await asked { store throws(VisitKeepingError) in try store.visits() }
    }

    func visit(_ id: String) async throws(VisitKeepingError) -> KeptVisit? {
        try await asked { store throws(VisitKeepingError) in try store.visit(id) }
    }

    func begin(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit {
        try await asked { store throws(VisitKeepingError) in
            try store.begin(acts, copies: copies, by: person, at: time)
        }
    }

    func apply(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        to id: String,
        after: Int?,
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit {
        try await asked { store throws(VisitKeepingError) in
            try store.apply(acts, copies: copies, to: id, after: after, by: person, at: time)
        }
    }

    func remove(_ id: String, by person: String, at time: Timestamp) async throws(VisitKeepingError) -> Bool {
        try await asked { store throws(VisitKeepingError) in try store.remove(id, by: person, at: time) }
    }

    func copy(ofReport number: Int, of id: String) async throws(VisitKeepingError) -> ReportCopy? {
        try await asked { store throws(VisitKeepingError) in try store.copy(ofReport: number, of: id) }
    }

    func sha256(of bytes: [UInt8]) -> String { VisitStore.sha256(of: bytes) }

    func plan(for visit: Visit) async -> VisitPlan {
        let planner = PollPlanner(sources: await sources())
        guard let state = visit.subject?.state else { return planner.plan(for: visit, fleet: []) }
        let fleet = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.fleet.addresses(of: state)) }
        }
        return planner.plan(for: visit, fleet: fleet)
    }

    private func asked<Value: Sendable>(
        _ question: @escaping @Sendable (VisitStore) throws(VisitKeepingError) -> Value
    ) async throws(VisitKeepingError) -> Value {
        let answer: Result<Value, VisitKeepingError> = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { () throws(VisitKeepingError) in try question(try self.store()) }
                )
            }
        }
        if case .failure(let error) = answer { note(error) }
        return try answer.get()
    }

    private func store() throws(VisitKeepingError) -> VisitStore {
        if let store = state.withLock({ $0.store }) { return store }
        let store = try VisitStore(folder: folder)
        state.withLock { $0.store = store }
        return store
    }

    /// What is not the asker's fault is said once.
    private func note(_ error: VisitKeepingError) {
        switch error {
        case .unknownVisit, .changedMeanwhile, .refused, .tooMany: return
        case .full, .unreadable, .newerSchema, .failed: break
        }
        let isNew = state.withLock { state in
            defer { state.problem = error }
            return state.problem != error
        }
        if isNew { logger.error("visits: \(error.words)") }
    }
}
