/// Where a bundle lies: what is there, and its bytes. Whoever implements it follows no link.
public protocol BundleSource {
    /// All files, links and other things below the folder, in any order; folders themselves are left out.
    ///
    /// - Parameter most: more than so many are not listed.
    func entries(most: Int) throws(BundleSourceError) -> [BundleEntry]

    /// Bytes of a file from a place on; fewer than asked for at its end only.
    func bytes(of path: BundlePath, at offset: Int, count: Int) throws(BundleSourceError) -> [UInt8]
}

/// Something in a bundle's folder.
public struct BundleEntry: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case file, link, other }

    /// Below the folder, joined by `/`; as it is written there, so not to be trusted.
    public let path: String
    public let kind: Kind
    public let bytes: Int

    public init(path: String, kind: Kind, bytes: Int) {
        self.path = path
        self.kind = kind
        self.bytes = bytes
    }
}

/// Why a bundle's folder cannot be read.
public enum BundleSourceError: Error, Hashable, Sendable {
    case noFolder
    case tooManyEntries
    /// With the system's words.
    case unreadable(path: String, reason: String)
}
