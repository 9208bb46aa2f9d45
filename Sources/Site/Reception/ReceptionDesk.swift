/// Where it is asked what sources received lately.
public protocol ReceptionDesk: Sendable {
    /// - Parameter id: of a source.
    /// - Returns: `nil` where there is no such source, or it is one that hears nothing (polled).
    func reception(of id: String, over span: ReceptionSpan) async -> ReceptionReport?
}
