/// When this site held a fact. Set by the program, never edited: what was known on a day stays what was known on it.
public struct KnowledgeInterval: Hashable, Sendable {
    /// When it was learnt.
    public let from: Timestamp
    /// When it stopped being held; `nil` while it is.
    public let to: Timestamp?

    public init(from: Timestamp, to: Timestamp? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether it was held at an instant: `from <= time < to`.
    public func holds(at time: Timestamp) -> Bool { from <= time && (to.map { time < $0 } ?? true) }
}
