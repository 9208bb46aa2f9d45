/// Who watches for a visit, and what was told of it, as far as one visitor may know.
struct VisitWatching {
    /// Alerts in one dossier: the latest.
    static let most = 200

    /// At work for it; none for who may not know who watches what.
    var watches: [KeptWatch] = []
    /// The newest first.
    var alerts: [ToldAlert] = []
    /// Whether there are more than these.
    var hasMore = false
}
