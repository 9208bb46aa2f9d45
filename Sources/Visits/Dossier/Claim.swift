/// What one speaker says of one thing, with the words it rests on.
public struct Claim: Hashable, Sendable, Identifiable {
    /// Whether it is said of something that it is, or that it is not.
    public enum Polarity: String, Sendable { case affirmed, denied }

    /// Who put it in.
    public enum Entry: Hashable, Sendable {
        case drafter
        /// A person, by a name of the installation's own.
        case person(String)
    }

    public var id: Int
    public var kind: ClaimKind
    /// The report it stands in, by its number in the visit.
    public var report: Int
    /// The words, first the ones it rests on, then where it is said again.
    public var spans: [TextSpan]
    /// `nil`: whoever wrote the text.
    public var speaker: Speaker?
    public var certainty: Certainty
    public var polarity: Polarity = .affirmed
    /// When what it speaks of is said to be, where it speaks of a time.
    public var time: ArrivalWindow?
    /// The stops it is about, by their numbers: those it goes to; of a departure that names no goal the one it leaves.
    public var stops: [Int] = []
    /// Places that it names and that were no stops when it was read; of a departure where it leaves.
    public var places: [ClaimedPlace] = []
    /// How many, where it counts: aircraft of a fleet, days of a visit.
    public var count: Int?
    /// Types and kinds of aircraft it names, as written: "Il-96", "charter".
    public var aircraft: [String] = []
    /// Whom it is about, where that is not the visit's subject.
    public var other: String?
    public var entry: Entry = .drafter
    public var confirmedBy: String?

    public init(id: Int, kind: ClaimKind, report: Int, spans: [TextSpan], speaker: Speaker?, certainty: Certainty) {
        self.id = id
        self.kind = kind
        self.report = report
        self.spans = spans
        self.speaker = speaker
        self.certainty = certainty
    }
}

/// A place in a claim that is no stop of the visit.
public struct ClaimedPlace: Hashable, Sendable {
    public let name: String
    public let span: TextSpan
    /// Empty where none is known.
    public let airports: [StopAirport]

    public init(name: String, span: TextSpan, airports: [StopAirport]) {
        self.name = name
        self.span = span
        self.airports = airports
    }
}
