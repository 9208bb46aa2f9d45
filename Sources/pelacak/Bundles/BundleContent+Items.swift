import Aero
import Bundles

extension BundleContent {
    /// An item under a name that is written in the program.
    ///
    /// - Throws: `Failure` for a name that is none: one made of an address or a licence.
    static func item(
        _ path: String,
        _ bytes: [UInt8],
        _ kind: BundleItem.Kind,
        _ known: BundleItem.Known,
        _ licence: LicenceTag = .own,
        _ credit: String? = nil,
        redacted: BundleRedaction.Reason? = nil
    ) throws(Failure) -> BundleContent {
        guard let path = BundlePath(path) else { throw Failure(BundleWords.noName(path)) }
        return BundleContent(
            path,
            bytes,
            kind: kind,
            known: known,
            licence: licence,
            credit: credit,
            redacted: redacted
        )
    }
}
