import Aero
import Crypto
import Logging
import Outlets
import Site
import Store
import Watch

/// What the engine gives and what the site reads.
extension OutletKeeper: AlertOutbox, AlertDesk, AlertNews {
    /// Bytes of an alert's evidence at most.
    private static let largestEvidence = 4 << 20

    func add(_ alerts: [AlertRecord], engineState: [UInt8]?) async throws(AlertOutboxError) {
        if let large = alerts.first(where: { $0.evidence.count > Self.largestEvidence }) {
            throw .tooLarge(id: large.id, limit: Self.largestEvidence)
        }
        let drafts = alerts.map(drafts)
        let kept = try Self.wrapped { () throws(OutboxStoreError) in
            try store.add(alerts, drafts: drafts, engineState: engineState)
        }
        announce(kept)
    }

    func engineState() async throws(AlertOutboxError) -> [UInt8]? {
        try Self.wrapped { () throws(OutboxStoreError) in try store.engineState() }
    }

    nonisolated func alerts(_ search: AlertSearch) async throws(AlertOutboxError) -> [KeptAlert] {
        try Self.wrapped { () throws(OutboxStoreError) in try store.alerts(search) }
    }

    nonisolated func kept(_ id: String) async throws(AlertOutboxError) -> KeptAlert? {
        try Self.wrapped { () throws(OutboxStoreError) in try store.alert(id) }
    }

    nonisolated func alerts(_ question: AlertQuestion) async throws(AlertDeskError) -> [ToldAlert] {
        // One more than an answer has may be asked for.
        var search = AlertSearch(limit: question.limit)
        (search.from, search.until, search.isByTime) = (question.since, question.before, true)
        (search.ruleID, search.visit, search.isPublicOnly) = (question.watch, question.visit, question.isPublicOnly)
        do throws(OutboxStoreError) { return try store.alerts(search).map(\.told) } catch { throw told(error) }
    }

    nonisolated func alert(_ id: String) async throws(AlertDeskError) -> ToldAlert? {
        do throws(OutboxStoreError) { return try store.alert(id)?.told } catch { throw told(error) }
    }

    nonisolated func counts(
        since: Timestamp
    ) async throws(AlertDeskError) -> [String: (count: Int, last: Timestamp)] {
        do throws(OutboxStoreError) { return try store.counts(since: since) } catch { throw told(error) }
    }

    nonisolated func made(since: Timestamp) async throws(AlertDeskError) -> (told: Int, late: Int) {
        do throws(OutboxStoreError) { return try store.made(since: since) } catch { throw told(error) }
    }

    nonisolated func messages(of alert: AlertRecord) async -> AlertMessagesFound? {
        // Raw messages are of the real world.
        guard !alert.isSimulated, let shelf = RawShelf(folder: rawFolder) else { return nil }
        let (messages, isCut) = await AlertMessages(shelf: shelf).around(alert.windows)
        return AlertMessagesFound(messages, isCut: isCut || !alert.hasAllWindows)
    }

    /// The log says more.
    private nonisolated func told(_ error: OutboxStoreError) -> AlertDeskError {
        logger.error("alerts: \(error)")
        return .unreadable
    }

    func feed(_ key: String) async -> AlertFeed? {
        let given = Self.digest(key)
        var found: AlertFeed?
        for definition in definitions where definition.kind == .feed {
            guard let own = definition.secrets["key"].map({ Self.digest($0.value) }) else { continue }
            // Of digests: how long this takes says nothing of the key.
            if own == given { found = AlertFeed(outlet: definition.name, id: String(own.suffix(32))) }
        }
        return found
    }

    func test(ofFeed outlet: String) async -> AlertRecord? {
        feedTests[outlet].flatMap { TimeText.now.seconds(since: $0.made).magnitude < Self.testSeconds ? $0 : nil }
    }

    /// How long a test stands in a feed.
    private static let testSeconds = 3_600.0

    func arrivals() async -> AsyncStream<Void> { listen() }

    private static func digest(_ key: String) -> String {
        SHA256.hash(data: Array(("pelacak feed " + key).utf8)).map { Hexadecimal.lower(UInt64($0), digits: 2) }.joined()
    }

    private static func wrapped<Value>(
        _ body: () throws(OutboxStoreError) -> Value
    ) throws(AlertOutboxError) -> Value {
        do throws(OutboxStoreError) { return try body() } catch { throw .unusable(reason: error.description) }
    }
}
