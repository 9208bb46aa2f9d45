/// A number of the rules that is another in this program than in the bundle.
public struct RuleChange: Hashable, Sendable {
    public let name: String
    /// `null` where one of them does not have it.
    public let before: CanonicalJSON
    public let after: CanonicalJSON
}
