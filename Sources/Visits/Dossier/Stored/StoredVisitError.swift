/// Why bytes are no stored change of a visit.
public enum StoredVisitError: Error, Hashable, Sendable {
    /// Written by a newer program, or not by this one.
    case version(UInt8)
    case tooLong(bytes: Int)
    /// They end in the middle of a value.
    case cutOff
    /// What stands there, from that byte on, is no value of its kind.
    case notThis(kind: String, byte: Int)
    /// More follows than was written.
    case rest(bytes: Int)
}
