/// Keywords about arrays and objects.
extension JSONSchema {
    func checkItems(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ siblings: [String: JSONValue],
        _ place: String,
        _ findings: inout [String]
    ) {
        guard let items = value.items else { return }
        switch keyword {
        case "minItems":
            if Double(items.count) < argument.number ?? 0 { findings.append("\(place): has too few items") }
        case "maxItems":
            if Double(items.count) > argument.number ?? 0 { findings.append("\(place): has too many items") }
        case "prefixItems":
            for (index, (item, schema)) in zip(items, argument.items ?? []).enumerated() {
                check(item, schema, "\(place)[\(index)]", &findings)
            }
        default:
            let first = siblings["prefixItems"]?.items?.count ?? 0
            for (index, item) in items.enumerated().dropFirst(first) {
                check(item, argument, "\(place)[\(index)]", &findings)
            }
        }
    }

    func checkMembers(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ siblings: [String: JSONValue],
        _ place: String,
        _ findings: inout [String]
    ) {
        guard let members = value.members else { return }
        switch keyword {
        case "properties":
            for (name, schema) in argument.members ?? [:] {
                if let member = members[name] { check(member, schema, "\(place).\(name)", &findings) }
            }
        case "required":
            for name in argument.items?.compactMap(\.text) ?? [] where members[name] == nil {
                findings.append("\(place): \(name) is missing")
            }
        case "dependentRequired":
            for (name, needed) in argument.members ?? [:] where members[name] != nil {
                for other in needed.items?.compactMap(\.text) ?? [] where members[other] == nil {
                    findings.append("\(place): \(other) is missing beside \(name)")
                }
            }
        default:
            let described = siblings["properties"]?.members ?? [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) where described[name] == nil {
                if argument == .boolean(false) {
                    findings.append("\(place): \(name) is not described")
                } else {
                    check(member, argument, "\(place).\(name)", &findings)
                }
            }
        }
    }
}
