/// Something in a bundle that is not as the manifest says.
public enum BundleFinding: Hashable, Sendable {
    /// There is no `bundle.json`, or it is too large to be one.
    case noManifest
    case badManifest(BundleManifestError)
    /// The head is not the one the digest was made of, or the record of the first item, which no sum tells apart; `nil` where there are
    /// no items.
    case changedHead(BundlePath?)
    /// The record of an item is not the one the digest was made of.
    case changedRecord(BundlePath)
    /// The link of an item is not the one that follows from its record, and the next follows from the one that should stand there.
    case changedLink(BundlePath)
    /// The digest that is written is not the one of the records.
    case changedDigest
    /// The list of what was taken out was changed after it was written.
    case changedRedactions
    /// The digest is not the one that was expected.
    case otherDigest(ContentSum)
    /// The time stamp beside it is of something else, or none.
    case badStamp(TimeStampError?)
    case changed(BundlePath)
    case missing(BundlePath)
    /// It was taken out by the list, and is there.
    case notTakenOut(BundlePath)
    /// It is there, and the manifest knows nothing of it.
    case added(String)
    /// A link where a file should be; it is not followed.
    case link(String)
    /// Something that is no file, or has a name that no item can have.
    case strange(String)
    case unreadable(BundlePath, reason: String)

    /// The item or file it is about; `bundle.json` for the manifest itself.
    public var path: String {
        switch self {
        case .noManifest, .badManifest, .changedHead, .changedDigest, .changedRedactions, .otherDigest:
            BundleLayout.manifest
        case .badStamp: BundleLayout.stamp
        case .changedRecord(let path), .changedLink(let path), .changed(let path), .missing(let path),
            .notTakenOut(let path), .unreadable(let path, _):
            path.text
        case .added(let path), .link(let path), .strange(let path): path
        }
    }
}
