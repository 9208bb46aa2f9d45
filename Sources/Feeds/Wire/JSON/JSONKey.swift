/// The name of a member, at most sixteen bytes of it, as two numbers that are quick to compare.
struct JSONKey: Hashable {
    private let first: UInt64
    private let second: UInt64

    /// The key that stands there; a longer one is no known name and gives `nil`.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= 16 else { return nil }
        var first: UInt64 = 0
        var second: UInt64 = 0
        for index in range { (second, first) = (second << 8 | first >> 56, first << 8 | UInt64(bytes[index])) }
        self.first = first
        self.second = second
    }

    /// A name of ours, of at most sixteen bytes.
    init(_ name: String) {
        var first: UInt64 = 0
        var second: UInt64 = 0
        for byte in name.utf8.prefix(16) { (second, first) = (second << 8 | first >> 56, first << 8 | UInt64(byte)) }
        self.first = first
        self.second = second
    }

    /// A place in a table of 256.
    @inline(__always)
    var place: Int { Int(truncatingIfNeeded: ((first ^ second &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}

/// Which field a key names, found with one look in most cases.
struct JSONKeyTable<Field: Sendable>: Sendable {
    private struct Entry: Sendable {
        var key: JSONKey
        var field: Field
    }

    /// 256 places; a key whose place is taken stands in the next free one.
    private var entries: [Entry?]

    /// A table of at most 128 names.
    init(_ names: [(String, Field)]) {
        entries = Array(repeating: nil, count: 256)
        for (name, field) in names.prefix(128) {
            let key = JSONKey(name)
            var place = key.place
            while entries[place] != nil { place = (place + 1) & 255 }
            entries[place] = Entry(key: key, field: field)
        }
    }

    /// The field a key names; `nil` for one that is not known.
    @inline(__always)
    func field(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Field? {
        guard let key = JSONKey(bytes, range) else { return nil }
        var place = key.place
        while let entry = entries[place] {
            if entry.key == key { return entry.field }
            place = (place + 1) & 255
        }
        return nil
    }
}
