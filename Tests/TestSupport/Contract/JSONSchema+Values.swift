/// Keywords about single values.
extension JSONSchema {
    func checkKind(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ place: String,
        _ findings: inout [String]
    ) {
        switch keyword {
        case "const": if value != argument { findings.append("\(place): is not \(argument)") }
        case "enum":
            if argument.items?.contains(value) != true { findings.append("\(place): \(value) is none of the words") }
        default:
            let kinds = argument.items?.compactMap(\.text) ?? [argument.text].compactMap(\.self)
            let isThere = kinds.contains { kind in
                kind == value.kind || (kind == "integer" && value.number.map { $0.rounded() == $0 } == true)
            }
            if !isThere { findings.append("\(place): is \(value.kind), not \(kinds.joined(separator: " or "))") }
        }
    }

    func checkRange(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ place: String,
        _ findings: inout [String]
    ) {
        guard let number = value.number, let bound = argument.number else { return }
        let isInside =
            switch keyword {
            case "minimum": number >= bound
            case "maximum": number <= bound
            case "exclusiveMinimum": number > bound
            default: number < bound
            }
        if !isInside { findings.append("\(place): \(number) is beyond the \(keyword) \(bound)") }
    }

    func checkText(
        _ value: JSONValue,
        _ keyword: String,
        _ argument: JSONValue,
        _ place: String,
        _ findings: inout [String]
    ) {
        guard let text = value.text else { return }
        switch keyword {
        case "pattern":
            // Not anchored by itself, as the specification says.
            guard let pattern = argument.text, let regex = try? Regex(pattern) else {
                findings.append("\(place): the pattern \(argument) cannot be read")
                return
            }
            if text.firstMatch(of: regex) == nil { findings.append("\(place): \(text) does not match \(pattern)") }
        case "minLength":
            if Double(text.unicodeScalars.count) < argument.number ?? 0 { findings.append("\(place): is too short") }
        default:
            if Double(text.unicodeScalars.count) > argument.number ?? 0 { findings.append("\(place): is too long") }
        }
    }
}
