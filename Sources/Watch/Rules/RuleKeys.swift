/// Takes the members of one map of a rule's tree, and refuses what nobody took.
struct RuleKeys {
    let path: String
    let line: Int
    private var rest: [RuleMember]

    init(_ value: RuleValue, _ path: String) throws(RuleError) {
        guard case .map(let members) = value.content else {
            throw RuleError(.badValue(expected: .map), path: path, line: value.line)
        }
        var seen: Set<String> = []
        for member in members where !seen.insert(member.key).inserted {
            throw RuleError(.repeatedKey(member.key), path: path, line: member.value.line)
        }
        self.path = path
        line = value.line
        rest = members
    }

    func path(to key: String) -> String { path.isEmpty ? key : path + "." + key }

    mutating func take(_ key: String) -> RuleValue? {
        guard let index = rest.firstIndex(where: { $0.key == key }) else { return nil }
        return rest.remove(at: index).value
    }

    mutating func need(_ key: String) throws(RuleError) -> RuleValue {
        guard let value = take(key) else { throw RuleError(.missingKey(key), path: path, line: line) }
        return value
    }

    /// Fails if a key is left.
    func end() throws(RuleError) {
        if let first = rest.first { throw RuleError(.unknownKey(first.key), path: path, line: first.value.line) }
    }

    mutating func text(_ key: String, upTo bound: Int = 64) throws(RuleError) -> String? {
        guard let value = take(key) else { return nil }
        return try value.text(path(to: key), upTo: bound)
    }

    mutating func number(_ key: String, _ range: ClosedRange<Double>) throws(RuleError) -> Double? {
        guard let value = take(key) else { return nil }
        return try value.number(path(to: key), range)
    }

    mutating func whole(_ key: String, _ range: ClosedRange<Int>) throws(RuleError) -> Int? {
        let line = rest.first { $0.key == key }?.value.line ?? line
        guard let number = try number(key, Double(range.lowerBound)...Double(range.upperBound)) else { return nil }
        guard number == number.rounded() else {
            throw RuleError(.badValue(expected: .wholeNumber), path: path(to: key), line: line)
        }
        return Int(number)
    }

    mutating func flag(_ key: String) throws(RuleError) -> Bool? {
        guard let value = take(key) else { return nil }
        guard case .flag(let flag) = value.content else {
            throw RuleError(.badValue(expected: .flag), path: path(to: key), line: value.line)
        }
        return flag
    }

    mutating func duration(
        _ key: String,
        atMost bound: RuleDuration = WatchRule.longestWindow
    ) throws(RuleError) -> RuleDuration? {
        guard let value = take(key) else { return nil }
        guard case .text(let text) = value.content, let duration = RuleDuration(text) else {
            throw RuleError(.badValue(expected: .duration), path: path(to: key), line: value.line)
        }
        guard duration.seconds > 0, duration <= bound else {
            throw RuleError(.outOfRange(allowed: .between("1s", "\(bound)")), path: path(to: key), line: value.line)
        }
        return duration
    }

    /// Texts of a list, or one text alone.
    mutating func texts(_ key: String, upTo bound: Int = 32) throws(RuleError) -> [String] {
        guard let value = take(key) else { return [] }
        var texts: [String] = []
        for (element, path) in try value.elements(path(to: key), upTo: bound, name: .values) {
            texts.append(try element.text(path))
        }
        return texts
    }
}

extension RuleValue {
    func text(_ path: String, upTo bound: Int = 64) throws(RuleError) -> String {
        guard case .text(let text) = content else {
            throw RuleError(.badValue(expected: .text), path: path, line: line)
        }
        guard (1...bound).contains(text.utf8.count) else {
            throw RuleError(.outOfRange(allowed: .bytes(atMost: bound)), path: path, line: line)
        }
        return text
    }

    func number(_ path: String, _ range: ClosedRange<Double>) throws(RuleError) -> Double {
        guard case .number(let number) = content else {
            throw RuleError(.badValue(expected: .number), path: path, line: line)
        }
        guard range.contains(number) else {
            let (least, most) = (RuleValue(.number(range.lowerBound)).json, RuleValue(.number(range.upperBound)).json)
            throw RuleError(.outOfRange(allowed: .between(least, most)), path: path, line: line)
        }
        return number
    }

    /// The elements of a list with their paths; what is no list is its only element.
    func elements(_ path: String, upTo bound: Int, name: RulePart) throws(RuleError) -> [(RuleValue, String)] {
        guard case .list(let values) = content else { return [(self, path)] }
        guard !values.isEmpty else {
            throw RuleError(.badValue(expected: .element), path: path, line: line)
        }
        guard values.count <= bound else { throw RuleError(.tooMany(name, bound: bound), path: path, line: line) }
        return values.enumerated().map { ($0.element, "\(path)[\($0.offset)]") }
    }
}
