/// The tokens that were given out. Asked for every request that shows one, so both answers must be quick.
public protocol TokenBook: Sendable {
    /// Whose a token is; `nil` when it is none, or was revoked. Takes a time that does not tell how much of it is right.
    func holder(of token: String) -> TokenHolder?
    /// The holder with this id; `nil` once the token was revoked.
    func holder(id: String) -> TokenHolder?
    /// Whether any token allows writing.
    var hasWriters: Bool { get }
}
