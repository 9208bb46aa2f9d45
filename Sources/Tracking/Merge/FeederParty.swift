/// Who stands behind a feeder: what one party says through many connections counts once.
///
/// Every source of the operator and every registered feeder is a party of its own. All who came to a listener without a key are one: anybody
/// can open as many connections as he likes. Such a party of strangers never outweighs one that is known.
public struct FeederParty: Hashable, Sendable {
    public let id: FeedID
    public let isStranger: Bool

    public init(_ id: FeedID, isStranger: Bool = false) {
        self.id = id
        self.isStranger = isStranger
    }
}
