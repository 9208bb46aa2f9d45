/// An outlet somebody wants to add.
public struct OutletDraft: Hashable, Sendable {
    public let name: String
    public let kind: String
    /// By key, secrets too.
    public let settings: [String: String]

    public init(name: String, kind: String, settings: [String: String]) {
        (self.name, self.kind, self.settings) = (name, kind, settings)
    }
}
