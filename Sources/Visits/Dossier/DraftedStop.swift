public import Aero

/// A stop as it was read out of a text or put in by hand; used only when a person has confirmed it.
public struct DraftedStop: Hashable, Sendable, Identifiable {
    /// Which of several itineraries it belongs to; they are never merged.
    public enum Track: String, CaseIterable, Sendable { case official, reported }

    public var id: Int
    public var stop: ItineraryStop
    public var country: StateCode?
    public var track: Track = .official
    public var certainty: Certainty
    /// Where it is named, first mention first; empty for one put in without words.
    public var spans: [TextSpan]
    /// The report of each span.
    public var report: Int
    /// Claims it rests on, by their numbers.
    public var claims: [Int] = []
    /// Name of the stop that a day trip starts from and comes back to.
    public var roundTripFrom: String?
    /// The end of a stay whose last day is named.
    public var stayUntil: Timestamp?
    public var confirmedBy: String?
    /// Where further reports name it.
    public var mentions: [StopMention] = []
    /// Its window with later claims, where somebody let them narrow it.
    public var narrowed: NarrowedWindow?

    public init(
        id: Int,
        stop: ItineraryStop,
        country: StateCode?,
        certainty: Certainty,
        spans: [TextSpan],
        report: Int
    ) {
        self.id = id
        self.stop = stop
        self.country = country
        self.certainty = certainty
        self.spans = spans
        self.report = report
    }
}
