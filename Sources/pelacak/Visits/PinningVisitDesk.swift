import Aero
import Logging
import Site
import Visits

/// Visits of which the past that they rest on is pinned while they stand.
///
/// A pin that cannot be made is said in the log: the change of the visit is kept all the same, and the next one tries again.
struct PinningVisitDesk: VisitDesk {
    let desk: any VisitDesk
    let pins: VisitPins
    let logger: Logger

    func visits() async throws(VisitKeepingError) -> [KeptVisit] { try await desk.visits() }

    func visit(_ id: String) async throws(VisitKeepingError) -> KeptVisit? { try await desk.visit(id) }

    func begin(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit {
        let kept = try await desk.begin(acts, copies: copies, by: person, at: time)
        await settle(kept.id, kept)
        return kept
    }

    func apply(
        _ acts: [VisitChange.Act],
        copies: [ReportCopy],
        to id: String,
        after: Int?,
        by person: String,
        at time: Timestamp
    ) async throws(VisitKeepingError) -> KeptVisit {
        let kept = try await desk.apply(acts, copies: copies, to: id, after: after, by: person, at: time)
        await settle(id, kept)
        return kept
    }

    func remove(_ id: String, by person: String, at time: Timestamp) async throws(VisitKeepingError) -> Bool {
        let wasThere = try await desk.remove(id, by: person, at: time)
        if wasThere { await settle(id, nil) }
        return wasThere
    }

    func copy(ofReport number: Int, of id: String) async throws(VisitKeepingError) -> ReportCopy? {
        try await desk.copy(ofReport: number, of: id)
    }

    func sha256(of bytes: [UInt8]) -> String { desk.sha256(of: bytes) }

    func plan(for visit: Visit) async -> VisitPlan { await desk.plan(for: visit) }

    private func settle(_ id: String, _ kept: KeptVisit?) async {
        do { try await pins.settle(id, kept) } catch {
            logger.error("visit \(id): what it rests on is not pinned: \(error)")
        }
    }
}
