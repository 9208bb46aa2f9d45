import Aero
import Site
import Synchronization
import Visits

/// Visits in memory.
final class FakeVisits: VisitDesk {
    private struct State {
        var visits: [String: KeptVisit] = [:]
        var copies: [String: [ReportCopy]] = [:]
        var plan = VisitPlan.none
        var failure: VisitKeepingError?
    }

    private let state = Mutex(State())

    func fail(_ failure: VisitKeepingError?) { state.withLock { $0.failure = failure } }
    func set(_ plan: VisitPlan) { state.withLock { $0.plan = plan } }

    private func with<Value>(
        _ body: (inout State) throws(VisitKeepingError) -> Value
    ) throws(VisitKeepingError) -> Value {
        let answer: Result<Value, VisitKeepingError> = state.withLock { state in
            if let failure = state.failure { return .failure(failure) }
            do throws(VisitKeepingError) { return .success(try body(&state)) } catch { return .failure(error) }
        }
        return try answer.get()
    }

    func visits() async throws(VisitKeepingError) -> [KeptVisit] {
        try with { state throws(VisitKeepingError) in state.visits.values.sorted { $0.id < $1.id } }
    }

    func visit(_ id: String) async throws(VisitKeepingError) -> KeptVisit? {
        try with { state throws(VisitKeepingError) in state.visits[id] }
    }

    func begin(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit {
        try with { state throws(VisitKeepingError) in
            let id = "visit\(state.visits.count + 1)"
            let empty = KeptVisit(id: id, created: time, visit: Visit(), texts: [:])
            return try Self.change(empty, acts, copies, by: person, at: time, &state)
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
        try with { state throws(VisitKeepingError) in
            guard let kept = state.visits[id] else { throw .unknownVisit }
            guard after == nil || after == kept.version else { throw .changedMeanwhile(changes: kept.version) }
            return try Self.change(kept, acts, copies, by: person, at: time, &state)
        }
    }

    private static func change(
        _ kept: KeptVisit,
        _ acts: [VisitChange.Act],
        _ copies: [ReportCopy],
        by person: String,
        at time: Timestamp,
        _ state: inout State
    ) throws(VisitKeepingError) -> KeptVisit {
        var (visit, texts) = (kept.visit, kept.texts)
        for act in acts {
            do { try visit.apply(act, by: person, at: time) } catch { throw .refused(error) }
        }
        for copy in copies where copy.isText { texts[copy.report] = String(decoding: copy.bytes, as: UTF8.self) }
        let made = KeptVisit(id: kept.id, created: kept.created, visit: visit, texts: texts)
        state.visits[kept.id] = made
        state.copies[kept.id, default: []] += copies
        return made
    }

    func remove(_ id: String, by person: String, at time: Timestamp) async throws(VisitKeepingError) -> Bool {
        try with { state throws(VisitKeepingError) in state.visits.removeValue(forKey: id) != nil }
    }

    func copy(ofReport number: Int, of id: String) async throws(VisitKeepingError) -> ReportCopy? {
        try with { state throws(VisitKeepingError) in state.copies[id]?.first { $0.report == number } }
    }

    /// Not the sum itself: as long, and another for other bytes.
    func sha256(of bytes: [UInt8]) -> String {
        let sum = bytes.reduce(UInt64(bytes.count)) { ($0 &* 31) &+ UInt64($1) }
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 64 - digits.count) + digits
    }

    func plan(for visit: Visit) async -> VisitPlan { state.withLock { $0.plan } }
}
