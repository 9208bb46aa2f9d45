/// Why a file of JSON lines cannot be used.
enum PrivateJSONLinesError: Error, Hashable {
    case unreadable
    /// It has more bytes than these.
    case tooLarge(bytes: Int)
    case unwritable
    /// A line of it, from 1, is none of ours: a crash cut it short, or somebody changed it.
    case strange(line: Int)
}
