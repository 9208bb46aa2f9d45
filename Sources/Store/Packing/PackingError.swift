/// Why bytes could not be read or unpacked.
enum PackingError: Error, Hashable {
    /// The file cannot be opened or read.
    case unreadable(String)
    /// It ends in the middle of what is packed.
    case cut
    /// It is not as its form wants it.
    case damaged(String)
    /// It unpacks to more than is read.
    case tooLarge(limit: Int)

    var words: String {
        switch self {
        case .unreadable(let name): "\(name) cannot be read"
        case .cut: "it ends in the middle"
        case .damaged(let what): what
        case .tooLarge(let limit): "it unpacks to more than \(limit) bytes"
        }
    }
}
