/// A name in a rule that stands for one aircraft, and which it may be.
public struct RuleVariable: Hashable, Sendable {
    /// A letter, then letters or digits, at most 12.
    public let name: String
    public let identity: IdentityTest

    public init(name: String, identity: IdentityTest) {
        self.name = name
        self.identity = identity
    }
}
