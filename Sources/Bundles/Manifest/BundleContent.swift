public import Aero

/// An item with its bytes, for who makes a bundle; or the reason for which they stay out of it.
public struct BundleContent: Sendable {
    public let item: BundleItem
    public let bytes: [UInt8]
    /// `nil`: it goes into the folder.
    public let redacted: BundleRedaction.Reason?

    public init(
        _ path: BundlePath,
        _ bytes: [UInt8],
        kind: BundleItem.Kind,
        known: BundleItem.Known,
        licence: LicenceTag,
        credit: String? = nil,
        redacted: BundleRedaction.Reason? = nil
    ) {
        item = BundleItem(
            path,
            bytes: bytes.count,
            sum: ContentSum(of: bytes),
            kind: kind,
            known: known,
            licence: licence,
            credit: credit
        )
        self.bytes = bytes
        // What its licence does not let go out never does, whoever forgot to say so.
        self.redacted = redacted ?? (licence.isRedistributable ? nil : .licence)
    }
}

extension BundleManifest {
    /// Of contents.
    public init(head: BundleHead, contents: [BundleContent]) throws(BundleManifestError) {
        try self.init(
            head: head,
            items: contents.map(\.item),
            redactions: contents.compactMap { content in
                content.redacted.map { BundleRedaction(content.item.path, $0) }
            }
        )
    }
}
