/// A conclusion that came out otherwise.
public struct ConclusionDifference: Hashable, Sendable {
    public let name: String
    /// As the bundle has it; `nil` where it has none of that name.
    public let before: CanonicalJSON?
    /// As it was computed again; `nil` where it was not concluded.
    public let after: CanonicalJSON?

    /// What differs between two lists, by name; the values themselves are compared exactly.
    static func between(_ before: [Conclusion], _ after: [Conclusion]) -> [ConclusionDifference] {
        let old = before.reduce(into: [:]) { $0[$1.name] = $1.value }
        let new = after.reduce(into: [:]) { $0[$1.name] = $1.value }
        return Set(old.keys).union(new.keys).sorted().compactMap { name in
            old[name] == new[name] ? nil : ConclusionDifference(name: name, before: old[name], after: new[name])
        }
    }
}
