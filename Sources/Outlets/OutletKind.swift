/// The ways an alert goes out.
public enum OutletKind: String, Hashable, Sendable, CaseIterable {
    case webhook, ntfy, telegram, discord, slack, matrix, mastodon, email, command
    /// A news feed that readers fetch.
    case feed
    /// The pages that are open.
    case browser

    /// Runs a program of this machine: only the configuration file may say so.
    public var isOfFileAlone: Bool { self == .email || self == .command }

    /// Nothing is sent: it is fetched.
    public var isFetched: Bool { self == .feed || self == .browser }
}
