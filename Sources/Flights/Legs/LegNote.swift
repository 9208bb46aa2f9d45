/// What happened within a leg without ending it.
public enum LegNote: Hashable, Sendable {
    /// Wheels on the ground for a minute at most, then up again.
    case touchAndGo(field: String?, span: Span)
    /// Low on an approach, then up again without touching.
    case goAround(field: String?, runway: String?, span: Span)

    public var span: Span {
        switch self {
        case .touchAndGo(_, let span), .goAround(_, _, let span): span
        }
    }
}
