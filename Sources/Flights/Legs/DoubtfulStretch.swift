/// Doubtful observations in a row, of one reason.
public struct DoubtfulStretch: Hashable, Sendable {
    public let reason: DoubtReason
    /// From the first to the last.
    public let span: Span
    public let count: Int
}
