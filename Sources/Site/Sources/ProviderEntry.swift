/// A provider that can be polled, as the form offers it.
public struct ProviderEntry: Hashable, Sendable {
    public struct Credits: Hashable, Sendable {
        public var anonymousPerDay: Int
        public var withAccountPerDay: Int

        public init(anonymousPerDay: Int, withAccountPerDay: Int) {
            self.anonymousPerDay = anonymousPerDay
            self.withAccountPerDay = withAccountPerDay
        }
    }

    public var id: String
    public var name: String
    /// `v2` or `opensky`.
    public var formats: [String]
    /// Words of the questions it answers.
    public var queries: [String]
    /// Seconds between two requests: at least, and where nothing is said.
    public var minimumInterval: Double
    public var usualInterval: Double
    /// Nautical miles.
    public var largestRadius: Double
    public var credits: Credits?
    public var licence: String
    /// Its data may leave through an output.
    public var isRedistributable: Bool
    public var credit: String
    public var home: String?
    public var terms: String?
    /// The day they were read by us; `nil` where they could not be.
    public var termsRead: String?
    /// What its facts were read in.
    public var source: String
    /// Whether all of them were read at the provider's own place.
    public var isVerified: Bool
    /// `yes`, `unclear` or `no` by purpose.
    public var purposes: [String: String]
    public var needsKey: Bool
    /// It takes OAuth2 client credentials.
    public var takesAccount: Bool
    public var note: String?

    public init(
        id: String,
        name: String,
        formats: [String],
        queries: [String],
        minimumInterval: Double,
        usualInterval: Double,
        largestRadius: Double,
        credits: Credits? = nil,
        licence: String,
        isRedistributable: Bool,
        credit: String,
        home: String? = nil,
        terms: String? = nil,
        termsRead: String? = nil,
        source: String,
        isVerified: Bool,
        purposes: [String: String],
        needsKey: Bool = false,
        takesAccount: Bool = false,
        note: String? = nil
    ) {
        self.id = id
        self.name = name
        self.formats = formats
        self.queries = queries
        self.minimumInterval = minimumInterval
        self.usualInterval = usualInterval
        self.largestRadius = largestRadius
        self.credits = credits
        self.licence = licence
        self.isRedistributable = isRedistributable
        self.credit = credit
        self.home = home
        self.terms = terms
        self.termsRead = termsRead
        self.source = source
        self.isVerified = isVerified
        self.purposes = purposes
        self.needsKey = needsKey
        self.takesAccount = takesAccount
        self.note = note
    }
}
