extension TextBuffer {
    /// A comma, then a number in steps of its last decimal, or `null`.
    mutating func column(_ steps: Int64?, decimals: Int = 0) {
        byte(",")
        if let steps { fixed(steps, decimals: decimals) } else { text("null") }
    }

    /// A comma, a key, and a number in steps of its last decimal; nothing for `nil`.
    mutating func member(_ key: String, _ steps: Int64?, decimals: Int = 0) {
        guard let steps else { return }
        text(",\"\(key)\":")
        fixed(steps, decimals: decimals)
    }

    mutating func append(_ other: TextBuffer) { append(other.bytes) }
}
