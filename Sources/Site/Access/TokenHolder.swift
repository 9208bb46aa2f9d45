/// Who a token belongs to; never the token itself.
public struct TokenHolder: Hashable, Sendable {
    /// Stays the same as long as the token is good.
    public var id: String
    public var name: String
    public var scope: TokenScope

    public init(id: String, name: String, scope: TokenScope) {
        self.id = id
        self.name = name
        self.scope = scope
    }
}
