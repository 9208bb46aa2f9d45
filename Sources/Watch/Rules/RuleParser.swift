import Aero

/// Makes a rule of a tree; every bound and every name in it is checked.
struct RuleParser {
    var names: [String] = []
    /// Conditions and tests met so far.
    var count = 0

    mutating func rule(_ value: RuleValue, id: String) throws(RuleError) -> WatchRule {
        var keys = try RuleKeys(value, "")
        let name = try keys.need("name").text("name", upTo: 120)
        let version = try keys.whole("version", 1...1_000_000) ?? 1
        let variables = try variables(try keys.need("where"))
        let when = try keys.need("when")
        let pattern = try pattern(when)
        let limit = try keys.take("limit").map { value throws(RuleError) in try self.limit(value) } ?? RuleLimit()
        let outcome = try keys.take("then").map { value throws(RuleError) in try self.outcome(value) }
        let visit = try keys.text("visit")
        try keys.end()
        let rule = WatchRule(
            id: id,
            name: name,
            version: version,
            variables: variables,
            pattern: pattern,
            limit: limit,
            outcome: outcome ?? RuleOutcome(),
            visit: visit,
            source: value
        )
        try RuleCheck(rule: rule, line: when.line).run()
        return rule
    }

    private mutating func variables(_ value: RuleValue) throws(RuleError) -> [RuleVariable] {
        guard case .map(let members) = value.content, !members.isEmpty else {
            throw RuleError(.badValue(expected: .variables), path: "where", line: value.line)
        }
        _ = try RuleKeys(value, "where")
        guard members.count <= WatchRule.maximumVariables else {
            throw RuleError(.tooMany(.variables, bound: WatchRule.maximumVariables), path: "where", line: value.line)
        }
        for member in members where !Self.isName(member.key) {
            throw RuleError(.badValue(expected: .variableName), path: "where", line: member.value.line)
        }
        names = members.map(\.key)
        var variables: [RuleVariable] = []
        for member in members {
            let path = "where.\(member.key)"
            let identity = try identity(member.value, path)
            if let own = names.firstIndex(of: member.key), identity.references.contains(own) {
                throw RuleError(.misplaced(.selfComparison), path: path, line: member.value.line)
            }
            variables.append(RuleVariable(name: member.key, identity: identity))
        }
        return variables
    }

    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let letters = bytes.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        }
        return letters && (1...12).contains(bytes.count) && !(48...57).contains(bytes[0])
    }

    /// The variable a text names.
    func variable(_ value: RuleValue, _ path: String) throws(RuleError) -> Int {
        let name = try value.text(path)
        guard let index = names.firstIndex(of: name) else {
            throw RuleError(.unknownVariable(name), path: path, line: value.line)
        }
        return index
    }

    /// The variable under a key; where the rule has one variable only, it need not be written.
    func variable(_ keys: inout RuleKeys, _ key: String = "of") throws(RuleError) -> Int {
        if let value = keys.take(key) { return try variable(value, keys.path(to: key)) }
        guard names.count == 1 else { throw RuleError(.missingKey(key), path: keys.path, line: keys.line) }
        return 0
    }

    mutating func counted(_ path: String, _ line: Int) throws(RuleError) {
        count += 1
        guard count <= WatchRule.maximumConditions else {
            throw RuleError(.tooMany(.conditions, bound: WatchRule.maximumConditions), path: path, line: line)
        }
    }

    private func limit(_ value: RuleValue) throws(RuleError) -> RuleLimit {
        var keys = try RuleKeys(value, "limit")
        let cooldown = try keys.duration("cooldown")
        var per: [Int] = []
        if let value = keys.take("per") {
            guard case .list(let values) = value.content else {
                throw RuleError(.badValue(expected: .variableList), path: "limit.per", line: value.line)
            }
            for (index, value) in values.enumerated() { per.append(try variable(value, "limit.per[\(index)]")) }
        }
        let perHour = try keys.whole("perHour", 1...RuleLimit.mostPerHour)
        try keys.end()
        return RuleLimit(cooldown: cooldown, per: Set(per).sorted(), perHour: perHour ?? RuleLimit.usualPerHour)
    }

    private func outcome(_ value: RuleValue) throws(RuleError) -> RuleOutcome {
        var keys = try RuleKeys(value, "then")
        let outlets = try keys.texts("outlets", upTo: 16)
        let title = try title(&keys)
        var position = RuleOutcome.ShownPosition.coarse
        if let show = keys.take("show") {
            var shown = try RuleKeys(show, "then.show")
            if let word = try shown.text("position") {
                guard let known = RuleOutcome.ShownPosition(rawValue: word) else {
                    throw RuleError(.badValue(expected: .position), path: "then.show.position", line: show.line)
                }
                position = known
            }
            if let word = try shown.text("receivers"), word != "never" {
                throw RuleError(.badValue(expected: .receivers), path: "then.show.receivers", line: show.line)
            }
            try shown.end()
        }
        let isPublic = try keys.flag("public") ?? false
        try keys.end()
        return RuleOutcome(outlets: outlets, title: title, position: position, isPublic: isPublic)
    }

    /// One text for both languages, or `{ en: …, id: … }`.
    private func title(_ keys: inout RuleKeys) throws(RuleError) -> RuleTitle? {
        guard let value = keys.take("title") else { return nil }
        let path = keys.path(to: "title")
        guard case .map = value.content else { return RuleTitle(try value.text(path, upTo: Self.longestTitle)) }
        var words = try RuleKeys(value, path)
        let english = try words.need("en").text(words.path(to: "en"), upTo: Self.longestTitle)
        let indonesian = try words.text("id", upTo: Self.longestTitle)
        try words.end()
        return RuleTitle(english, indonesian: indonesian)
    }

    /// Bytes.
    private static let longestTitle = 300
}

extension WatchRule {
    /// Reads a rule out of its tree, as YAML or JSON gave it.
    ///
    /// - Parameters:
    ///   - tree: the whole rule, from `name` to `then`.
    ///   - id: how whoever keeps rules calls it; the same over all versions.
    /// - Throws: the first thing that is wrong, with its line and path. Whether an area, an airport or a zone is known is asked by
    ///   `WatchEngine.init`.
    public init(_ tree: RuleValue, id: String) throws(RuleError) {
        var parser = RuleParser()
        self = try parser.rule(tree, id: id)
    }
}
