public import Aero

/// The day a text is of.
public struct Dateline: Hashable, Sendable {
    public enum Basis: String, Sendable {
        /// Given beside the text.
        case given
        /// Written at its head.
        case written
        /// A date in the text that somebody's words are cited from.
        case cited
        /// A day of the week with a date, in the last year it fits.
        case weekday
        /// Nothing but the time it was put in.
        case entered
    }

    /// A moment of that day.
    public let time: Timestamp
    public let basis: Basis
    /// The outlet's offset from UTC where it is known, seconds east.
    public let offsetSeconds: Int?

    public init(time: Timestamp, basis: Basis, offsetSeconds: Int? = nil) {
        self.time = time
        self.basis = basis
        self.offsetSeconds = offsetSeconds
    }
}
