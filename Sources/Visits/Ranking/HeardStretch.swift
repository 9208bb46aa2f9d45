/// A time in which an aircraft was heard without a longer silence, from the air or the runway to the air or the runway.
public struct HeardStretch: Hashable, Sendable {
    public let first: HeardEnd
    public let last: HeardEnd
    /// Whether it rose from the ground, or close to it, when it began.
    public let isRising: Bool
    /// Whether it came down, or stood, when it ended.
    public let isSinking: Bool

    public init(first: HeardEnd, last: HeardEnd, isRising: Bool, isSinking: Bool) {
        self.first = first
        self.last = last
        self.isRising = isRising
        self.isSinking = isSinking
    }
}
