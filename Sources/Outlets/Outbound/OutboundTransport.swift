import Aero

/// Makes one exchange with one address.
protocol OutboundTransport: Sendable {
    /// - Parameters:
    ///   - address: where to connect; the request's own host stands in its head and in TLS.
    ///   - seconds: for all of it.
    func exchange(
        _ request: OutboundRequest,
        at address: InternetAddress,
        seconds: Double
    ) async throws(OutboundFailure) -> OutboundAnswer
}
