/// Why a list of hidden aircraft cannot be used. Nothing of a list with an error in it is taken: the line that is wrong may be the one
/// that hides somebody.
enum SuppressionListError: Error, Hashable, CustomStringConvertible {
    case missing(path: String)
    case unreadable(path: String)
    case tooLarge(path: String)
    /// Counted from 1.
    case line(Int, reason: String, path: String)
    case unwritable(path: String)

    var description: String {
        switch self {
        case .missing(let path): "\(path) is not there; write the list, or take suppress out of the configuration"
        case .unreadable(let path): "\(path) cannot be read; check that you may read it, and that it is text"
        case .tooLarge(let path): "\(path) is larger than 64 MB or has more than 1,000,000 lines"
        case .line(let number, let reason, let path): "\(path), line \(number): \(reason)"
        case .unwritable(let path): "cannot write \(path); check that the folder may be written"
        }
    }
}
