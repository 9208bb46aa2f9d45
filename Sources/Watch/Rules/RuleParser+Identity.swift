extension RuleParser {
    /// A test of identity; several keys beside each other must all hold, and none means anybody.
    mutating func identity(_ value: RuleValue, _ path: String) throws(RuleError) -> IdentityTest {
        let keys = try RuleKeys(value, path)
        guard case .map(let members) = value.content else { return .all([]) }
        var tests: [IdentityTest] = []
        for member in members {
            let path = keys.path(to: member.key)
            try counted(path, member.value.line)
            tests.append(try test(member.key, member.value, path, keys))
        }
        return tests.count == 1 ? tests[0] : .all(tests)
    }

    private mutating func test(
        _ key: String,
        _ value: RuleValue,
        _ path: String,
        _ keys: RuleKeys
    ) throws(RuleError) -> IdentityTest {
        switch key {
        case "all": return .all(try identities(value, path))
        case "any": return .any(try identities(value, path))
        case "not": return .not(try identity(value, path))
        case "hex":
            guard let pattern = AddressPattern(try value.text(path)) else {
                throw RuleError(.badValue(expected: .addressPattern), path: path, line: value.line)
            }
            return .hex(pattern)
        case "registration": return .registration(try pattern(value, path))
        case "callsign": return .callsign(try pattern(value, path))
        case "type": return .type(try value.text(path, upTo: 8).uppercased())
        case "operator": return .operatorCode(try value.text(path, upTo: 8).uppercased())
        case "list": return .list(try value.text(path))
        case "country": return .country(try value.text(path, upTo: 8).uppercased())
        case "category": return .category(try value.text(path))
        case "sameFleetAs": return .sameFleet(as: try variable(value, path))
        case "same": return .same(as: try variable(value, path))
        default: throw RuleError(.unknownKey(key), path: keys.path, line: value.line)
        }
    }

    private mutating func identities(_ value: RuleValue, _ path: String) throws(RuleError) -> [IdentityTest] {
        guard case .list = value.content else {
            throw RuleError(.badValue(expected: .list), path: path, line: value.line)
        }
        var tests: [IdentityTest] = []
        for (element, path) in try value.elements(path, upTo: WatchRule.maximumConditions, name: .tests) {
            tests.append(try identity(element, path))
        }
        return tests
    }

    func pattern(_ value: RuleValue, _ path: String) throws(RuleError) -> TextPattern {
        guard let pattern = TextPattern(try value.text(path)) else {
            let expected = RuleForm.pattern(atMost: TextPattern.maximumLength)
            throw RuleError(.badValue(expected: expected), path: path, line: value.line)
        }
        return pattern
    }
}
