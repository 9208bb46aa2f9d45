/// Why a file of JSON lines cannot be used.
enum PrivateJSONLinesError: Error, Hashable {
    case unreadable
    /// It has more bytes than these.
    case tooLarge(bytes: Int)
    case unwritable
}
