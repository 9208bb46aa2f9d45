/// What became of one question to a provider.
public enum PollOutcome: UInt8, Hashable, Sendable, CaseIterable {
    /// Answered with all it knows of the area.
    case answered = 0
    /// No answer, or one that could not be read.
    case failed = 1
    /// Refused, because too much was asked.
    case throttled = 2
    /// Answered with a part: cut short, or aircraft left out.
    case filtered = 3
}
