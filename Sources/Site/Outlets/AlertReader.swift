import Aero
import Watch

/// Kept alerts as one audience may read them: strangers those of public rules, as late as everything, without aircraft that are hidden from
/// them by now; whoever is hidden leaves no trace.
struct AlertReader: Sendable {
    let desk: any AlertDesk
    let audience: Audience
    let discretion: Discretion
    let wall: @Sendable () -> Timestamp

    func alerts(_ asked: AlertQuestion) async throws(AlertOutboxError) -> [KeptAlert] {
        guard audience == .strangers else { return try await desk.alerts(asked) }
        var question = asked
        question.isPublicOnly = true
        // A page is filled up where hidden alerts fall out, or its length would count them.
        question.limit = AlertQuestion.most
        var shown: [KeptAlert] = []
        for _ in 0..<20 {
            let found = try await desk.alerts(question)
            shown += found.filter(isShown)
            guard shown.count < asked.limit, found.count == question.limit, let last = found.last else { break }
            if asked.after == nil { question.before = last.number } else { question.after = last.number }
        }
        return Array(shown.prefix(asked.limit))
    }

    func alert(_ id: String) async throws(AlertOutboxError) -> KeptAlert? {
        guard let found = try await desk.alert(id), audience == .operators || isShown(found) else { return nil }
        return found
    }

    private func isShown(_ alert: KeptAlert) -> Bool {
        let record = alert.record
        guard record.isPublic, record.time.advanced(bySeconds: discretion.delay(for: audience)) <= wall() else {
            return false
        }
        let now = wall()
        let span = min(record.time, now)...max(record.time, now)
        return record.aircraft.allSatisfy { hex in
            guard let address = AircraftAddress(hex) else { return true }
            return !discretion.rules.hides(address, from: audience, during: span)
        }
    }
}
