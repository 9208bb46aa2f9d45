import Aero
import Site
import Watch

/// Alerts that are kept in memory alone, by an outbox that can be broken.
actor MemoryOutbox: AlertOutbox, AlertDesk {
    private var records: [AlertRecord] = []
    private var ids: Set<String> = []
    private var state: [UInt8]?
    /// Everything is refused.
    private var isBroken = false

    private static let most = 5_000

    func add(_ alerts: [AlertRecord], engineState: [UInt8]?) async throws(AlertOutboxError) {
        guard !isBroken else { throw .unusable(reason: "broken") }
        for alert in alerts where ids.insert(alert.id).inserted { records.append(alert) }
        if records.count > Self.most {
            for gone in records.prefix(records.count - Self.most) { ids.remove(gone.id) }
            records.removeFirst(records.count - Self.most)
        }
        if let engineState { state = engineState }
    }

    func engineState() async throws(AlertOutboxError) -> [UInt8]? { state }

    func setBroken(_ isBroken: Bool) { self.isBroken = isBroken }
    var all: [AlertRecord] { records }

    func alerts(_ question: AlertQuestion) async throws(AlertDeskError) -> [ToldAlert] {
        let fit = records.filter { record in
            (question.since.map { record.time >= $0 } ?? true) && (question.before.map { record.time < $0 } ?? true)
                && (question.watch ?? record.ruleID) == record.ruleID && (!question.isPublicOnly || record.isPublic)
        }
        return fit.sorted { ($0.time, $0.id) > ($1.time, $1.id) }.prefix(question.limit).map(told)
    }

    func alert(_ id: String) async throws(AlertDeskError) -> ToldAlert? {
        records.first { $0.id == id }.map(told)
    }

    func counts(since: Timestamp) async throws(AlertDeskError) -> [String: (count: Int, last: Timestamp)] {
        var counts: [String: (count: Int, last: Timestamp)] = [:]
        for record in records where record.time >= since {
            let known = counts[record.ruleID]
            counts[record.ruleID] = ((known?.count ?? 0) + 1, max(record.time, known?.last ?? record.time))
        }
        return counts
    }

    func made(since: Timestamp) async throws(AlertDeskError) -> (told: Int, late: Int) {
        let fresh = records.filter { $0.made >= since }
        return (fresh.count { !$0.isLate }, fresh.count(where: \.isLate))
    }

    func messages(of alert: AlertRecord) async -> AlertMessagesFound? { nil }

    private func told(_ record: AlertRecord) -> ToldAlert {
        ToldAlert(record, correctedBy: records.first { $0.corrects == record.id }?.id)
    }
}
