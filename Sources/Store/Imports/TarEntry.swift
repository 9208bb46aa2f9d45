/// What a tar archive holds next, or what is wrong with it there.
enum TarEntry: Hashable {
    /// A regular file; its bytes come next.
    case file(name: String, size: Int)
    /// A link, folder, device: nothing of it is followed.
    case other(name: String, kind: TarKind)
    /// What is wrong, between two places of the archive; reading went on behind it.
    case damaged(at: Int, reason: String)
}

/// What an entry of a tar archive is besides a regular file.
enum TarKind: Hashable {
    case folder, link, special
}
