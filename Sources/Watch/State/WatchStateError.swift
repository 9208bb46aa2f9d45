/// Why a written state is not read.
public enum WatchStateError: Error, Hashable, Sendable {
    /// It ends before it should.
    case cutShort(atByte: Int)
    /// A number no state has there.
    case badValue(atByte: Int)
    /// Written by another version of the program, or no state at all.
    case wrongForm
    /// Its sum does not fit: it was damaged.
    case wrongSum
}
