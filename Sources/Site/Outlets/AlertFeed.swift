/// A feed of alerts.
public struct AlertFeed: Hashable, Sendable {
    /// The outlet that it is.
    public let outlet: String
    /// 32 hexadecimal digits, the same for ever, from which the key cannot be found.
    public let id: String

    public init(outlet: String, id: String) { (self.outlet, self.id) = (outlet, id) }
}
