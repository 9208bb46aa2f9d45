import Foundation
import Watch
import Yams

/// Reads a rule's text, in YAML or JSON, into its tree. What could make a short text large is refused: anchors, aliases, merging.
enum RuleYAML {
    /// - Throws: `RuleError` with the line of what is wrong.
    static func tree(_ text: String) throws(RuleError) -> RuleValue {
        let bytes = text.utf8.count
        guard bytes <= RuleValue.maximumBytes else {
            throw RuleError(.tooLong(bytes: bytes, bound: RuleValue.maximumBytes))
        }
        guard nesting(text) <= mostBrackets else { throw RuleError(.tooDeep(bound: RuleValue.maximumDepth)) }
        let (parser, node): (Parser, Node?)
        do {
            parser = try Parser(yaml: text)
            node = try parser.singleRoot()
        } catch let error as YamlError {
            throw RuleError(.syntax(expected: .yaml(problem(error))), line: line(error))
        } catch {
            throw RuleError(.syntax(expected: .yaml(nil)))
        }
        guard let node else { throw RuleError(.syntax(expected: .rule), line: 1) }
        // Nodes hold their anchors weakly: without the parser none would have one, and aliases could not be refused.
        return try withExtendedLifetime(parser) { () throws(RuleError) in try value(node, under: "", depth: 1) }
    }

    /// The parser follows brackets before anybody counts them.
    private static func nesting(_ text: String) -> Int {
        var (depth, most) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                most = max(most, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            default: break
            }
        }
        return most
    }

    private static let mostBrackets = 200

    /// Keys under which numbers stand; under all others what looks like one is text: an address, a code, a callsign.
    private static let numeric: Set<String> = [
        "version", "km", "hysteresisKm", "latitude", "longitude", "above", "below", "atLeast", "polygon", "points",
    ]

    /// A tree as text for people.
    static func text(_ tree: RuleValue) -> String {
        let node = node(tree)
        return (try? Yams.serialize(node: node, width: 110, allowUnicode: true)) ?? tree.json + "\n"
    }

    private static func value(_ node: Node, under key: String, depth: Int) throws(RuleError) -> RuleValue {
        let line = node.mark?.line ?? 0
        guard depth <= RuleValue.maximumDepth else {
            throw RuleError(.tooDeep(bound: RuleValue.maximumDepth), line: line)
        }
        guard node.anchor == nil else {
            throw RuleError(.misplaced(.anchors), line: line)
        }
        switch node {
        case .scalar(let scalar): return RuleValue(content(scalar, under: key), line: line)
        case .sequence(let sequence):
            var values: [RuleValue] = []
            for element in sequence { values.append(try value(element, under: key, depth: depth + 1)) }
            return RuleValue(.list(values), line: line)
        case .mapping(let mapping):
            var members: [RuleMember] = []
            for (name, element) in mapping {
                let place = name.mark?.line ?? line
                guard case .scalar(let text) = name else {
                    throw RuleError(.badValue(expected: .textKey), line: place)
                }
                guard text.string != "<<" else { throw RuleError(.misplaced(.merging), line: place) }
                guard !members.contains(where: { $0.key == text.string }) else {
                    throw RuleError(.repeatedKey(text.string), line: place)
                }
                members.append(RuleMember(text.string, try value(element, under: text.string, depth: depth + 1)))
            }
            return RuleValue(.map(members), line: line)
        case .alias:
            throw RuleError(.misplaced(.anchors), line: line)
        }
    }

    /// What a plain word means; all that stands in quotation marks is text.
    private static func content(_ scalar: Node.Scalar, under key: String) -> RuleValue.Content {
        guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
        switch scalar.string {
        case "", "~", "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default: break
        }
        if numeric.contains(key), let value = try? RuleValue(json: scalar.string.utf8), case .number = value.content {
            return value.content
        }
        return .text(scalar.string)
    }

    private static func node(_ tree: RuleValue) -> Node {
        switch tree.content {
        case .null: return Node("null")
        case .flag(let flag): return Node(flag ? "true" : "false")
        case .number: return Node(tree.json)
        case .text(let text): return plainly(text) ? Node(text) : Node(text, .implicit, .doubleQuoted)
        case .list(let values): return Node(values.map(node), .implicit, isShort(tree) ? .flow : .block)
        case .map(let members):
            return Node(members.map { (Node($0.key), node($0.value)) }, .implicit, isShort(tree) ? .flow : .block)
        }
    }

    /// Whether a text is read again as the same text without quotation marks.
    private static func plainly(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars.contains(first)
        else { return false }
        let isPlain = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 32
                || byte == 45
        }
        return isPlain && text.last != " "
            && !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    }

    private static func isShort(_ tree: RuleValue) -> Bool { tree.json.utf8.count <= 60 }

    private static func problem(_ error: YamlError) -> String? {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: nil
        }
    }

    private static func line(_ error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): return mark.line
        default: return 0
        }
    }
}
