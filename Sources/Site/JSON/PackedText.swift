/// A short piece of JSON that is always the same, laid out so that it is stored in one go.
struct PackedText: Sendable {
    let bytes: SIMD32<UInt8>
    let count: Int

    /// - Parameter text: ASCII, at most 32 bytes; more is the programmer's mistake.
    init(_ text: String) {
        let utf8 = Array(text.utf8)
        precondition(utf8.count <= 32, "a packed text has at most 32 bytes")
        var bytes = SIMD32<UInt8>(repeating: 0)
        for index in utf8.indices { bytes[index] = utf8[index] }
        self.bytes = bytes
        count = utf8.count
    }

    /// The key of a member that is not the first, as `,"alt_baro":`.
    init(key: String) { self.init(",\"\(key)\":") }

    /// A member whose value is always the same text.
    init(key: String, text: String) { self.init(",\"\(key)\":\"\(text)\"") }
}

/// The same of at most 16 bytes, half the work: nearly all keys are as short.
struct PackedKey: Sendable {
    let bytes: SIMD16<UInt8>
    let count: Int

    /// The key of a member that is not the first, as `,"alt_baro":`.
    ///
    /// - Parameter name: ASCII, at most 12 characters; more is the programmer's mistake.
    init(_ name: String) {
        let utf8 = Array(",\"\(name)\":".utf8)
        precondition(utf8.count <= 16, "a packed key has at most 16 bytes")
        var bytes = SIMD16<UInt8>(repeating: 0)
        for index in utf8.indices { bytes[index] = utf8[index] }
        self.bytes = bytes
        count = utf8.count
    }
}
