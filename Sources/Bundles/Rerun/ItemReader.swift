import Aero

/// Reads items of a bundle whole.
struct ItemReader<Source: BundleSource> {
    private let items: [String: BundleItem]
    private let redactions: [String: BundleRedaction.Reason]
    private let source: Source

    /// Bytes of an item that is read at once, at most.
    static var largest: Int { 256_000_000 }

    init(_ manifest: BundleManifest, _ source: Source) {
        items = manifest.items.reduce(into: [:]) { $0[$1.path.text] = $1 }
        redactions = manifest.redactions.reduce(into: [:]) { $0[$1.path.text] = $1.reason }
        self.source = source
    }

    /// Why an item was taken out; `nil` where it was not.
    func redaction(of name: String) -> BundleRedaction.Reason? { redactions[name] }

    func isThere(_ name: String) -> Bool { items[name] != nil && redactions[name] == nil }

    /// - Throws: `missing`, with the reason where it was taken out; `tooLarge`; `source`.
    func bytes(_ name: String) throws(BundleRerunError) -> [UInt8] {
        guard let item = items[name], redactions[name] == nil else { throw .missing(name, redactions[name]) }
        guard item.bytes <= Self.largest else { throw .tooLarge(name, bytes: item.bytes) }
        do throws(BundleSourceError) { return try source.bytes(of: item.path, at: 0, count: item.bytes) } catch {
            throw .source(error)
        }
    }
}
