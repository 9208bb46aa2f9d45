public import Aero

/// What was written out.
public struct IdentityExport: Hashable, Sendable {
    public let rows: Int
    /// Under which the whole may be handed on; `nil` for nothing.
    public let licence: LicenceTag?
    /// Whom to credit.
    public let origins: [String]
    /// Rows left out because they may not be handed on.
    public let leftOut: Int
    public let sha256: String
}
