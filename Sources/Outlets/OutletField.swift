/// One thing an outlet is told when it is made.
public struct OutletField: Hashable, Sendable {
    public let key: String
    /// Kept apart and never shown whole.
    public let isSecret: Bool
    public let isRequired: Bool
    /// Several values, in order.
    public let isList: Bool

    init(_ key: String, isSecret: Bool = false, isRequired: Bool = false, isList: Bool = false) {
        (self.key, self.isSecret, self.isRequired, self.isList) = (key, isSecret, isRequired, isList)
    }

    /// What outlets of a kind are told, required things first.
    public static func all(of kind: OutletKind) -> [OutletField] { own(kind) + (kind.isFetched ? [] : common) }

    private static let common = [OutletField("language"), OutletField("per-minute"), OutletField("simulated")]

    private static func own(_ kind: OutletKind) -> [OutletField] {
        let url = OutletField("url", isSecret: true, isRequired: true)
        let token = OutletField("token", isSecret: true, isRequired: true)
        let server = OutletField("server", isRequired: true)
        return switch kind {
        case .webhook: [url, OutletField("secret", isSecret: true)]
        case .ntfy:
            [
                OutletField("topic", isSecret: true, isRequired: true), OutletField("server"),
                OutletField("token", isSecret: true), OutletField("priority"),
            ]
        case .telegram: [token, OutletField("chat", isRequired: true), OutletField("server")]
        case .discord, .slack: [url]
        case .matrix: [server, OutletField("room", isRequired: true), token]
        case .mastodon: [server, token, OutletField("visibility")]
        case .email:
            [
                OutletField("to", isRequired: true, isList: true), OutletField("from", isRequired: true),
                OutletField("program"),
            ]
        case .command: [OutletField("program", isRequired: true), OutletField("arguments", isList: true)]
        case .feed: [OutletField("key", isSecret: true)]
        case .browser: []
        }
    }
}
