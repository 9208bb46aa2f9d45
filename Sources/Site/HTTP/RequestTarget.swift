import Aero

/// The path and query of a request, taken apart and decoded.
struct RequestTarget: Hashable, Sendable {
    /// Decoded pieces between slashes; `/` has none. A slash at the end gives an empty last piece.
    let path: [String]
    /// Decoded pairs in order.
    let query: [(name: String, value: String)]

    /// Bytes of a path with its query: a thousand addresses fit.
    static let longest = 8192

    /// - Returns: `nil` for what is not a path, is too long, or hides slashes, dots or control characters in its pieces.
    init?(_ target: String) {
        guard target.utf8.count <= RequestTarget.longest, target.utf8.first == UInt8(ascii: "/") else { return nil }
        let parts = target.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        var path: [String] = []
        for piece in parts[0].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let decoded = RequestTarget.decoded(piece), RequestTarget.isHarmless(decoded) else { return nil }
            path.append(decoded)
        }
        self.path = path == [""] ? [] : path
        var query: [(name: String, value: String)] = []
        if parts.count == 2 {
            for pair in parts[1].split(separator: UInt8(ascii: "&")) {
                let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = RequestTarget.decoded(sides[0]),
                    let value = sides.count == 2 ? RequestTarget.decoded(sides[1]) : ""
                else { return nil }
                query.append((name, value))
            }
        }
        self.query = query
    }

    /// The first value of a name in the query.
    subscript(_ name: String) -> String? { query.first { $0.name == name }?.value }

    static func == (left: RequestTarget, right: RequestTarget) -> Bool {
        left.path == right.path && left.query.elementsEqual(right.query) { $0.name == $1.name && $0.value == $1.value }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(path) }

    private static func isHarmless(_ piece: String) -> Bool {
        piece != "." && piece != ".."
            && piece.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
    }

    private static func decoded(_ text: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(Hexadecimal.value(of:)),
                let low = rest.popFirst().flatMap(Hexadecimal.value(of:))
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
