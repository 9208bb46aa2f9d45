/// Why bytes of a slice cannot be read.
public enum RawDamage: Error, Hashable, Sendable {
    /// They end too early.
    case cutOff
    /// The check sum is another.
    case checksum
    /// No slice, or one of a version that is not known.
    case foreign
    /// Numbers that make no sense.
    case nonsense
}
