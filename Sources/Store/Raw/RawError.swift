/// What can go wrong with the raw archive.
public enum RawError: Error, Hashable, Sendable {
    /// The system refused: what, and with which number.
    case system(path: String, errno: Int32)
    /// Nothing can be written; what was flushed is safe. It goes on by itself.
    case full(path: String)
    case damaged(path: String, RawDamage)
    case noSuchPin(UInt64)
}
