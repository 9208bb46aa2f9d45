/// Why something is no manifest.
public enum BundleManifestError: Error, Hashable, Sendable {
    /// It cannot be read.
    case unreadable(CanonicalJSONError)
    /// A newer program made it.
    case newerFormat(Int)
    /// A path that would lie outside the folder, or is not written as paths are.
    case badPath(String)
    /// A path stands twice, or is another's folder.
    case repeated(BundlePath)
    case strangeRedaction(BundlePath)
    /// Items or redactions are not in the order of their paths.
    case outOfOrder
    case tooMany(Int)
}
