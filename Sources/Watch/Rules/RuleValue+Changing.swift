extension RuleValue {
    /// The same map with another value under a key, in its place or at the end; anything else as it is.
    public func replacing(_ key: String, with value: RuleValue) -> RuleValue {
        guard case .map(var members) = content else { return self }
        if let place = members.firstIndex(where: { $0.key == key }) {
            members[place] = RuleMember(key, value)
        } else {
            members.append(RuleMember(key, value))
        }
        return RuleValue(.map(members), line: line)
    }

    /// The value under a key of a map; `nil` where there is none.
    public subscript(key: String) -> RuleValue? {
        guard case .map(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// A text; `nil` for anything else.
    public var asText: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}
