/// A conflict as a store keeps it.
public struct HeldConflict: Hashable, Sendable {
    /// Given by the store.
    public let id: Int64
    public let kind: IdentityConflict.Kind
    /// `nil` where a file does not say the address.
    public let subject: IdentitySubject?
    /// What contradicts each other; of a damaged row what may have been meant.
    public let values: [String]
    /// The rule that speaks against it; empty for none.
    public let rule: String
    /// `IdentitySource.id` of its facts.
    public let sources: [Int64]
    /// Since when it could be seen here.
    public let since: Timestamp
    public let state: IdentityConflict.State
    /// Why it was decided so; empty while it is open.
    public let reason: String

    public init(
        id: Int64,
        kind: IdentityConflict.Kind,
        subject: IdentitySubject?,
        values: [String],
        rule: String = "",
        sources: [Int64] = [],
        since: Timestamp,
        state: IdentityConflict.State = .open,
        reason: String = ""
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.values = values
        self.rule = rule
        self.sources = sources
        self.since = since
        self.state = state
        self.reason = reason
    }
}
