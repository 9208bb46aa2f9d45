/// What the rules read out of one text: proposals, each with its words, and what stays open. Nothing of it is used before a person confirms it.
public struct Draft: Hashable, Sendable {
    public enum Language: String, Sendable { case indonesian = "id", english = "en" }

    public var language: Language
    /// When the text was written, and what that rests on.
    public var dateline: Dateline
    /// The outlet, where the text names the one it is of.
    public var outlet: String?
    public var subject: VisitSubject?
    /// In the order of the journey; those of the official track before those of others.
    public var stops: [DraftedStop]
    public var claims: [Claim]
    public var openPoints: [OpenPoint]

    public init(
        language: Language,
        dateline: Dateline,
        outlet: String?,
        subject: VisitSubject?,
        stops: [DraftedStop],
        claims: [Claim],
        openPoints: [OpenPoint]
    ) {
        self.language = language
        self.dateline = dateline
        self.outlet = outlet
        self.subject = subject
        self.stops = stops
        self.claims = claims
        self.openPoints = openPoints
    }
}
