public import Aero

/// Where a decoder takes the date from.
public enum TimeBase: Hashable, Sendable {
    /// A live connection: the arrival time given with the bytes.
    case arrival
    /// A recording: it begins at that instant and goes on by its own time stamps.
    case recording(start: Timestamp)
}
