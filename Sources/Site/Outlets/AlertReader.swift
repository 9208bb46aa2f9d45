import Aero
import Watch

/// Kept alerts as one audience may read them: strangers those of public rules, as late as everything, without aircraft that are hidden from
/// them by now; whoever is hidden leaves no trace.
struct AlertReader: Sendable {
    let desk: any AlertNews
    let audience: Audience
    let discretion: Discretion
    let wall: @Sendable () -> Timestamp

    func alerts(_ asked: AlertSearch) async throws(AlertOutboxError) -> [KeptAlert] {
        var search = asked
        search.isPublicOnly = audience == .strangers
        var shown: [KeptAlert] = []
        // Filled up where hidden alerts fall out, or the length of an answer would count them.
        for _ in 0..<20 {
            let found = try await desk.alerts(search)
            shown += found.filter(isShown)
            guard shown.count < asked.limit, found.count == search.limit, let last = found.last else { break }
            if asked.after == nil { search.before = last.number } else { search.after = last.number }
        }
        return Array(shown.prefix(asked.limit))
    }

    /// The number of an alert that is shown; `nil` for one that is not, or is not there.
    func number(of id: String) async throws(AlertOutboxError) -> Int64? {
        try await desk.kept(id).flatMap { isShown($0) ? $0.number : nil }
    }

    private func isShown(_ alert: KeptAlert) -> Bool {
        let record = alert.record
        let now = wall()
        if audience == .strangers {
            guard record.isPublic, record.time.advanced(bySeconds: discretion.delay(for: audience)) <= now else {
                return false
            }
        }
        let span = min(record.time, now)...max(record.time, now)
        return record.aircraft.allSatisfy { hex in
            guard let address = AircraftAddress(hex) else { return true }
            return !discretion.rules.hides(address, from: audience, during: span)
        }
    }
}
