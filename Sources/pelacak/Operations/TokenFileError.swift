/// Why the file of tokens cannot be used; one line that says what to do.
enum TokenFileError: Error, Hashable, CustomStringConvertible {
    case unreadable(path: String)
    /// It is no JSON, of another version, too large, or holds what cannot be a token.
    case damaged(path: String, reason: String)
    case unwritable(path: String)
    case nameTaken(String)
    case unknownName(String)
    case full(limit: Int)

    var description: String {
        switch self {
        case .unreadable(let path):
            "cannot read the tokens in \(path); check that you may read it, or run as the user of the service"
        case .damaged(let path, let reason):
            "the tokens in \(path) are damaged (\(reason)); nobody is let in by them. Restore the file from a backup, "
                + "or remove it and make new tokens with: pelacak token new NAME"
        case .unwritable(let path):
            "cannot write \(path); check that its folder may be written, or name another with --data DIR"
        case .nameTaken(let name): "there is a token named \(name) already; revoke it first, or choose another name"
        case .unknownName(let name): "there is no token named \(name); pelacak token list shows all"
        case .full(let limit): "there are \(limit) tokens already; revoke some first"
        }
    }
}
