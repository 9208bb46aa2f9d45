import NIOCore

/// Documents of the whole sky, made at most once a second however many ask.
actor DocumentCache {
    private struct Entry {
        let second: Int64
        let plain: Task<[UInt8], Never>
        var packed: Task<[UInt8]?, Never>?
    }

    private var entries: [String: Entry] = [:]

    /// - Parameters:
    ///   - key: which document.
    ///   - second: what it is good for.
    ///   - packs: whether a packed form is wanted.
    /// - Returns: the bytes, and whether they are packed.
    func document(
        _ key: String,
        second: Int64,
        packs: Bool,
        make: @escaping @Sendable () async -> [UInt8]
    ) async -> (bytes: [UInt8], isPacked: Bool) {
        if entries[key]?.second != second { entries[key] = Entry(second: second, plain: Task { await make() }) }
        guard let entry = entries[key] else { return ([], false) }
        guard packs else { return (await entry.plain.value, false) }
        if entries[key]?.packed == nil {
            let plain = entry.plain
            entries[key]?.packed = Task {
                let bytes = await plain.value
                return bytes.count > 1024 ? Gzip.packed(bytes, level: 1) : nil
            }
        }
        let plain = entry.plain
        if let packed = await entries[key]?.packed?.value { return (packed, true) }
        return (await plain.value, false)
    }
}
