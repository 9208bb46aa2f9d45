public import Watch

/// The kept alerts as streams and feeds follow them, in the order in which they were kept.
public protocol AlertNews: Sendable {
    func alerts(_ search: AlertSearch) async throws(AlertOutboxError) -> [KeptAlert]

    /// - Returns: `nil` where there is none of this id.
    func kept(_ id: String) async throws(AlertOutboxError) -> KeptAlert?

    /// The feed whose secret address ends in `key`; `nil` where there is none. It takes as long for a key that is nearly right as for
    /// any other.
    func feed(_ key: String) async -> AlertFeed?

    /// What somebody who tries a feed finds in it for a while, beside its alerts: it says that it is a test.
    func test(ofFeed outlet: String) async -> AlertRecord?

    /// An element each time alerts were kept, for as long as it is read; several at once may be one.
    func arrivals() async -> AsyncStream<Void>
}
