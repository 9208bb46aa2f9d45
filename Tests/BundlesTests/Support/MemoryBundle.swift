import Bundles

/// A bundle in memory: what lies in its folder, and of which kind.
struct MemoryBundle: BundleSource {
    var files: [String: [UInt8]] = [:]
    var links: Set<String> = []

    func entries(most: Int) throws(BundleSourceError) -> [BundleEntry] {
        guard files.count + links.count <= most else { throw .tooManyEntries }
        return files.map { BundleEntry(path: $0.key, kind: .file, bytes: $0.value.count) }
            + links.map { BundleEntry(path: $0, kind: .link, bytes: 0) }
    }

    func bytes(of path: BundlePath, at offset: Int, count: Int) throws(BundleSourceError) -> [UInt8] {
        guard let bytes = files[path.text] else { throw .unreadable(path: path.text, reason: "it is not there") }
        return Array(bytes.dropFirst(offset).prefix(count))
    }
}
