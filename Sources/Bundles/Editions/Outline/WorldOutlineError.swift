/// Why a file is no outline of the world.
public enum WorldOutlineError: Error, Hashable, Sendable {
    case tooLarge(bytes: Int)
    /// It does not begin as one.
    case noOutline
    case newerFormat(Int)
    /// It does not end with a line's end.
    case cutOff
    /// A line that is none, counted from 1.
    case badLine(Int)
    case tooManyPoints
}
