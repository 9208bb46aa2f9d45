/// Checks documents against the part of JSON Schema 2020-12 that our OpenAPI document uses. A keyword that is not known here is a
/// finding too: a schema must not promise what nobody checks.
///
/// - Source: JSON Schema Core and Validation, 2020-12; `not`, `if`, `anyOf`, `format` and the like are left out because nothing of ours
///   needs them.
public struct JSONSchema: Sendable {
    /// What `$ref` leads into.
    let root: JSONValue

    /// - Parameter root: the document in which `#/…` is looked up.
    public init(root: JSONValue) { self.root = root }

    /// Keywords that only tell.
    static let annotations: Set<String> = [
        "title", "description", "default", "examples", "example", "deprecated", "contentMediaType",
    ]

    /// What is wrong with a value, one line each, with the place in the document; none when it is as described.
    public func findings(_ value: JSONValue, _ schema: JSONValue, at place: String = "$") -> [String] {
        var findings: [String] = []
        check(value, schema, place, &findings)
        return findings
    }

    func check(_ value: JSONValue, _ schema: JSONValue, _ place: String, _ findings: inout [String]) {
        switch schema {
        case .boolean(true): return
        case .boolean(false): findings.append("\(place): must not be there")
        case .object(let keywords):
            for (keyword, argument) in keywords.sorted(by: { $0.key < $1.key }) {
                check(value, keyword, argument, keywords, place, &findings)
            }
        default: findings.append("\(place): the schema is neither object nor boolean")
        }
    }

    /// What a reference leads to; `nil` when it leads nowhere.
    public func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(Optional(root)) { found, piece in
            found?[String(piece.replacing("~1", with: "/").replacing("~0", with: "~"))]
        }
    }

    private func check(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ siblings: [String: JSONValue],
        _ place: String,
        _ findings: inout [String]
    ) {
        switch keyword {
        case "$ref":
            guard let text = argument.text, let target = resolve(text) else {
                findings.append("\(place): the reference \(argument) leads nowhere")
                return
            }
            check(value, target, place, &findings)
        case "type", "const", "enum": checkKind(value, keyword, argument, place, &findings)
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
            checkRange(value, keyword, argument, place, &findings)
        case "minLength", "maxLength", "pattern": checkText(value, keyword, argument, place, &findings)
        case "items", "prefixItems", "minItems", "maxItems":
            checkItems(value, keyword, argument, siblings, place, &findings)
        case "properties", "required", "additionalProperties", "dependentRequired":
            checkMembers(value, keyword, argument, siblings, place, &findings)
        case "oneOf": checkChoice(value, argument, place, &findings)
        case "allOf": for part in argument.items ?? [] { check(value, part, place, &findings) }
        default:
            if !JSONSchema.annotations.contains(keyword), !keyword.hasPrefix("x-") {
                findings.append("\(place): the keyword \(keyword) is not known to this validator")
            }
        }
    }

    private func checkChoice(_ value: JSONValue, _ argument: JSONValue, _ place: String, _ findings: inout [String]) {
        let each = (argument.items ?? []).map { self.findings(value, $0, at: place) }
        let fitting = each.count(where: \.isEmpty)
        guard fitting != 1 else { return }
        let nearest = each.min { $0.count < $1.count }?.joined(separator: "; ") ?? ""
        findings.append(
            "\(place): fits \(fitting) of \(each.count) forms, not one" + (fitting == 0 ? " (\(nearest))" : "")
        )
    }
}
