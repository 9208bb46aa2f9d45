/// A number of the rules that is another in this program than in the bundle.
public struct RuleChange: Hashable, Sendable {
    public let name: String
    /// `null` where one of them does not have it.
    public let before: CanonicalJSON
    public let after: CanonicalJSON
}

extension RuleChange {
    /// Numbers of two objects that differ, by name.
    static func between(_ before: CanonicalJSON, _ after: CanonicalJSON) -> [RuleChange] {
        guard case .object(let mine) = before, case .object(let theirs) = after else { return [] }
        return Set(mine.keys).union(theirs.keys).sorted().compactMap { name in
            let (before, after) = (mine[name] ?? .null, theirs[name] ?? .null)
            return before == after ? nil : RuleChange(name: name, before: before, after: after)
        }
    }
}
