/// Why a text is not drafted.
public enum DraftError: Error, Hashable, Sendable {
    /// No letter in it.
    case empty
    case tooLong(bytes: Int, limit: Int)
}
