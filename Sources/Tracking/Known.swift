public import Aero

/// A value together with how it is known: when, from which message, through which feed.
public struct Known<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let time: Timestamp
    public let source: ValueSource
    /// The order of trust of the source it came from, 0 best.
    public let rank: UInt8
    public let feed: FeedID
    /// The frame had bits turned over to make its parity right.
    public let isRepaired: Bool

    public init(
        _ value: Value,
        time: Timestamp,
        source: ValueSource,
        rank: UInt8,
        feed: FeedID,
        isRepaired: Bool = false
    ) {
        self.value = value
        self.time = time
        self.source = source
        self.rank = rank
        self.feed = feed
        self.isRepaired = isRepaired
    }
}
