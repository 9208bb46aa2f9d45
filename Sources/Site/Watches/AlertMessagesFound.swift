public import Watch

/// The messages an alert rests on, as far as they are kept.
public struct AlertMessagesFound: Hashable, Sendable {
    /// In the order of their times.
    public let messages: [HeardMessage]
    /// There are more.
    public let isCut: Bool

    public init(_ messages: [HeardMessage], isCut: Bool) {
        (self.messages, self.isCut) = (messages, isCut)
    }
}
