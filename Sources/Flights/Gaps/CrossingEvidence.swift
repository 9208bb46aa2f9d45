/// A cell of the path that decided, when it would have been crossed, and who could have heard there.
public struct CrossingEvidence: Hashable, Sendable {
    public let cell: CoverageCell
    public let span: Span
    /// By listener, rising.
    public let looks: [Look]
}
