public import Aero

/// One file of a bundle: what it is, under which terms it came, how what it says is known, and the sum of its bytes.
public struct BundleItem: Hashable, Sendable {
    /// What an item holds.
    public enum Kind: String, CaseIterable, Sendable {
        /// Messages as a receiver sent them, ten minutes of one.
        case raw
        /// A page, picture or answer of somebody else as it was saved.
        case capture
        /// Rows of the history, whole.
        case history
        /// What the ranking was given of everybody heard.
        case sky
        /// Who listened when.
        case uptime
        /// Traffic and hearing of the days before.
        case base
        /// Who is who, as it was known.
        case identity
        /// Lists of aircraft, as they were.
        case list
        /// The stops that were compared with.
        case itinerary
        /// What was said, by whom, and what people made of it.
        case claims
        /// Numbers by which conclusions are drawn.
        case rules
        /// Of the installation, without secrets.
        case settings
        /// The books of a day.
        case day
        /// What was concluded.
        case conclusions
    }

    /// How what an item says is known.
    public enum Known: String, CaseIterable, Sendable {
        case observed
        /// Computed from what was observed.
        case inferred
        case claimed
        /// Somebody's choice: rules, settings.
        case chosen
        case unknown
    }

    public let path: BundlePath
    public let bytes: Int
    public let sum: ContentSum
    public let kind: Kind
    public let known: Known
    public let licence: LicenceTag
    /// Whom to credit; `nil` for nobody.
    public let credit: String?

    /// - Precondition: `bytes` is not below 0.
    public init(
        _ path: BundlePath,
        bytes: Int,
        sum: ContentSum,
        kind: Kind,
        known: Known,
        licence: LicenceTag,
        credit: String? = nil
    ) {
        precondition(bytes >= 0, "a file has a length")
        self.path = path
        self.bytes = bytes
        self.sum = sum
        self.kind = kind
        self.known = known
        self.licence = licence
        self.credit = credit
    }
}
