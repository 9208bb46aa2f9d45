/// Where the fields of a line between commas are.
struct SBSFields {
    /// As many are looked at; more are counted only.
    static let limit = 22
    private(set) var count = 0
    private var bounds = [23 of Int](repeating: 0)

    /// Finds the commas of a line.
    init(_ line: Span<UInt8>) {
        var start = 0
        for index in 0...line.count {
            guard index == line.count || line[index] == UInt8(ascii: ",") else { continue }
            if count < Self.limit {
                bounds[count] = start
                bounds[count + 1] = index + 1
            }
            count += 1
            start = index + 1
        }
    }

    /// The range of a field, counted from 0, without blanks around it.
    func range(_ field: Int, in line: Span<UInt8>) -> Range<Int> {
        guard field < min(count, Self.limit) else { return 0..<0 }
        var start = bounds[field]
        var end = bounds[field + 1] - 1
        while start < end, line[start] == UInt8(ascii: " ") { start += 1 }
        while end > start, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    /// Whether a field is exactly that text.
    func equals(_ line: Span<UInt8>, _ field: Int, _ text: String) -> Bool {
        let range = range(field, in: line)
        guard range.count == text.utf8.count else { return false }
        return zip(range, text.utf8).allSatisfy { line[$0] == $1 }
    }

    /// A decimal number; `nil` when the field is empty or anything else. At most 15 digits are accepted.
    func number(_ line: Span<UInt8>, _ field: Int) -> Double? {
        DecimalNumber.read(line.extracting(range(field, in: line)))
    }

    /// A flag: -1 or 1 for yes, 0 for no; `nil` when empty or anything else.
    func flag(_ line: Span<UInt8>, _ field: Int) -> Bool? {
        switch number(line, field) {
        case .some(-1), .some(1): true
        case .some(0): false
        default: nil
        }
    }
}
