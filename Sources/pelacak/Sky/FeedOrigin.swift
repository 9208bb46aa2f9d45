import Aero

/// Whose a source's data are, and under which terms.
struct FeedOrigin: Hashable, Sendable {
    /// Fetched by requests, not heard: never evidence of coverage.
    var isPolled = false
    var licence = LicenceTag.own
    /// What must be said wherever the data are shown.
    var credit: String?
    var home: String?

    /// A receiver, recording or scene of the operator's.
    static let own = FeedOrigin()
}
