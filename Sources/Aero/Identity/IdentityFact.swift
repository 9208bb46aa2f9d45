/// One thing that one source says about an address or an airframe, for a time.
///
/// Nothing is changed in place: a correction ends the knowledge of one fact and adds another.
public struct IdentityFact: Hashable, Sendable {
    /// Whether the source says it, or says that it is not so.
    public enum Polarity: UInt8, Hashable, Sendable {
        case says = 0
        case denies = 1
    }

    public var subject: IdentitySubject
    public var relation: IdentityRelation
    /// Never the name of a natural person.
    public var object: String
    public var validity: Validity
    public var known: KnowledgeInterval
    /// `IdentitySource.id`.
    public var source: Int64
    public var kind: IdentitySourceKind
    public var licence: LicenceTag
    public var confidence: IdentityConfidence
    /// Why so sure, or where it is said; may be empty.
    public var reason: String
    public var polarity: Polarity

    public init(
        _ subject: IdentitySubject,
        _ relation: IdentityRelation,
        _ object: String,
        validity: Validity = .always,
        known: KnowledgeInterval,
        source: Int64,
        kind: IdentitySourceKind,
        licence: LicenceTag,
        confidence: IdentityConfidence = .probable,
        reason: String = "",
        polarity: Polarity = .says
    ) {
        self.subject = subject
        self.relation = relation
        self.object = object
        self.validity = validity
        self.known = known
        self.source = source
        self.kind = kind
        self.licence = licence
        self.confidence = confidence
        self.reason = reason
        self.polarity = polarity
    }

    /// How much weight the rule of the shown fact gives it.
    public var rank: IdentityRank { IdentityRank(kind: kind, confidence: confidence) }
}
