import NIOCore

/// Documents of the whole sky, made at most once a second however many ask.
actor DocumentCache {
    /// A document in pieces that follow each other.
    struct Document: Sendable {
        var pieces: [ByteBuffer]
        /// Whether the bytes are packed.
        var isPacked = false
        /// Names these bytes among all that this program ever gives under the same path.
        var tag: String
    }

    private struct Entry {
        let second: Int64
        let tag: String
        let plain: Task<[ByteBuffer], Never>
        var packed: Task<[UInt8]?, Never>?
    }

    private var entries: [String: Entry] = [:]
    /// Tags of another run of the program are others.
    private let run = String(UInt64.random(in: .min ... .max), radix: 36)
    private var made = 0

    /// - Parameters:
    ///   - key: which document.
    ///   - second: what it is good for.
    ///   - packs: whether a packed form is wanted.
    func document(
        _ key: String,
        second: Int64,
        packs: Bool,
        make: @escaping @Sendable () async -> [ByteBuffer]
    ) async -> Document {
        var entry = entry(key, second, make)
        guard packs else { return Document(pieces: await entry.plain.value, tag: entry.tag) }
        let plain = entry.plain
        let packed = entry.packed ?? Task { await DocumentCache.packed(await plain.value) }
        if entry.packed == nil {
            entry.packed = packed
            entries[key] = entry
        }
        guard let bytes = await packed.value else { return Document(pieces: await plain.value, tag: entry.tag) }
        return Document(pieces: [ByteBuffer(bytes: bytes)], isPacked: true, tag: entry.tag + "-gz")
    }

    private func entry(_ key: String, _ second: Int64, _ make: @escaping @Sendable () async -> [ByteBuffer]) -> Entry {
        if let entry = entries[key], entry.second == second { return entry }
        made += 1
        let tag = "\(run)-\(String(made, radix: 36))"
        let entry = Entry(second: second, tag: tag, plain: Task { await make() })
        entries[key] = entry
        return entry
    }

    @concurrent
    private static func packed(_ pieces: [ByteBuffer]) async -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.readableBytes })
        for piece in pieces { bytes.append(contentsOf: piece.readableBytesView) }
        return bytes.count > 1024 ? Gzip.packed(bytes, level: 1) : nil
    }
}
