/// A key with its quotes and colon, written once per program.
struct JSONKey: Sendable {
    let first: [UInt8]
    let following: [UInt8]

    /// - Parameter name: ASCII that needs no escape.
    init(_ name: String) {
        first = Array("\"\(name)\":".utf8)
        following = Array(",\"\(name)\":".utf8)
    }
}

extension JSONKey: ExpressibleByStringLiteral {
    init(stringLiteral name: String) { self.init(name) }
}
