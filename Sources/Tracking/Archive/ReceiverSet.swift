/// The receivers that heard something, by the numbers the archive gave them; opaque, and never published.
public struct ReceiverSet: Hashable, Sendable {
    /// Rising, at most 32.
    public let ids: [UInt32]
    /// How many more there were.
    public let beyond: Int

    public static let capacity = 32
    public static let empty = ReceiverSet([])

    public init(_ ids: some Sequence<UInt32>, beyond: Int = 0) {
        let sorted = Set(ids).sorted()
        self.ids = Array(sorted.prefix(Self.capacity))
        self.beyond = max(0, beyond) + max(0, sorted.count - Self.capacity)
    }

    public var count: Int { ids.count + beyond }
}
