/// It went around at one airport and landed at another: inferred from the two, whatever was announced.
public struct Diversion: Hashable, Sendable {
    /// Where it went around last, by the gazetteer's identity.
    public let field: String
    /// When it did.
    public let span: Span

    public var knowing: Knowing { .inferred }
}
