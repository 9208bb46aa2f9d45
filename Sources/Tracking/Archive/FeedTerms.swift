public import Aero

/// Under which terms a source's data came, and who is to be credited: rows of different terms never share a batch.
public struct FeedTerms: Hashable, Sendable {
    public let licence: LicenceTag
    /// The provider or the import; `nil` for what our receivers heard.
    public let origin: String?

    /// What our receivers heard.
    public static let own = FeedTerms(licence: .own)

    public init(licence: LicenceTag, origin: String? = nil) {
        self.licence = licence
        self.origin = origin
    }
}
