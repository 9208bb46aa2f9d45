import Aero

/// The list of all that a bundle is made of, with one digest over it.
///
/// Every item's record is chained to the one before: link = SHA-256(link before ‖ SHA-256(record)), the first one to the head. The last
/// link is the digest. What is redacted is no part of it: a bundle from which items were taken out has the digest of the whole one.
public struct BundleManifest: Hashable, Sendable {
    /// Of the manifest's form. A reader refuses a higher one.
    public static let format = 1
    /// Items of a bundle, and bytes of its manifest, at most.
    public static let mostItems = 100_000
    public static let largest = 64_000_000

    public let head: BundleHead
    /// In the order of their paths.
    public let items: [BundleItem]
    /// Of each item.
    public let links: [ContentSum]
    /// In the order of their paths.
    public let redactions: [BundleRedaction]

    /// - Throws: `BundleManifestError` for a path that stands twice, or would on some systems; for a redaction of what is not there.
    public init(
        head: BundleHead,
        items: [BundleItem],
        redactions: [BundleRedaction] = []
    ) throws(BundleManifestError) {
        let sorted = items.sorted { $0.path < $1.path }
        var chain = BundleChain(head)
        try self.init(
            checked: head,
            sorted,
            links: sorted.map { chain.add($0) },
            redactions.sorted { $0.path < $1.path }
        )
    }

    init(
        checked head: BundleHead,
        _ items: [BundleItem],
        links: [ContentSum],
        _ redactions: [BundleRedaction]
    ) throws(BundleManifestError) {
        guard items.count <= Self.mostItems else { throw .tooMany(items.count) }
        var known: [String: BundlePath] = [:]
        for item in items {
            let isOurs = [BundleLayout.manifest, BundleLayout.stamp].contains(item.path.folded)
            guard !isOurs, known.updateValue(item.path, forKey: item.path.folded) == nil else {
                throw .repeated(item.path)
            }
        }
        // One item's file would have to be another's folder.
        for item in items {
            var parts = item.path.folded.split(separator: "/").dropLast()
            while !parts.isEmpty {
                guard known[parts.joined(separator: "/")] == nil else { throw .repeated(item.path) }
                parts = parts.dropLast()
            }
        }
        var taken: Set<BundlePath> = []
        for redaction in redactions {
            guard known[redaction.path.folded] == redaction.path, taken.insert(redaction.path).inserted else {
                throw .strangeRedaction(redaction.path)
            }
        }
        self.head = head
        self.items = items
        self.links = links
        self.redactions = redactions
    }

    /// Over all records and the head; the same for the bundle whole and with items taken out.
    public var digest: ContentSum { links.last ?? BundleChain(head).last }

    /// The same bundle without some of its items.
    ///
    /// - Throws: `strangeRedaction` for one that is not there.
    public func redacted(_ more: [BundleRedaction]) throws(BundleManifestError) -> BundleManifest {
        let known = Set(redactions.map(\.path))
        let all = redactions + more.filter { !known.contains($0.path) }
        return try BundleManifest(checked: head, items, links: links, all.sorted { $0.path < $1.path })
    }
}
