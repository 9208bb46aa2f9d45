public import Aero

/// Finds the addresses of a name.
public protocol NameResolver: Sendable {
    /// All of them, in the order in which they are to be tried.
    func addresses(of name: String) async throws(OutboundFailure) -> [InternetAddress]
}
