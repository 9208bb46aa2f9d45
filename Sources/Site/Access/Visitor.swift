import Aero

/// Who asks.
struct Visitor: Sendable {
    /// `nil` when the connection has none.
    var address: InternetAddress?
    /// Whose token was shown, or who signed in.
    var holder: TokenHolder?
    /// The token came by the cookie of a session.
    var isBySession = false
    /// A token was shown that is none.
    var showedWrongToken = false
    /// The client speaks TLS, with us or with a trusted proxy.
    var isSecure = false
    /// It asks from this machine, under a name of this machine, and not for another.
    var isLocal = false
    /// A script of another site asks.
    var isForeign = false
}
