public import Aero
public import Tracking

/// What is known of the sky as a whole.
public struct SkyStatus: Sendable {
    /// The sky's time: the recording's, the simulated one, or the wall's.
    public var now: Timestamp
    public var provenance: Provenance
    /// Whether all of it comes from a recording of the past.
    public var isRecorded: Bool
    /// Sky seconds that pass in a second; 1 when live, 0 as fast as possible.
    public var timeLapse: Double
    /// Messages believed since the start.
    public var messages: Int
    /// Aircraft in the sky.
    public var aircraft: Int
    /// Those of them with a position.
    public var positioned: Int
    public var choice: SourceChoice
    /// Seconds between the hearing of a message and now, of the slowest feed; `nil` when nothing tells it.
    public var feedDelay: Double?
    /// Feeders that give data now: connections of listeners, and sources that have one.
    public var feeders: Int
    /// What must be said of the data that are shown.
    public var credits: [DataCredit]

    public init(
        now: Timestamp,
        provenance: Provenance,
        timeLapse: Double,
        messages: Int,
        aircraft: Int,
        positioned: Int,
        choice: SourceChoice,
        feedDelay: Double? = nil,
        feeders: Int = 1,
        credits: [DataCredit] = [],
        isRecorded: Bool = false
    ) {
        self.now = now
        self.provenance = provenance
        self.timeLapse = timeLapse
        self.messages = messages
        self.aircraft = aircraft
        self.positioned = positioned
        self.choice = choice
        self.feedDelay = feedDelay
        self.feeders = feeders
        self.credits = credits
        self.isRecorded = isRecorded
    }

    /// The world whose past goes with what is shown.
    public var realm: ArchiveRealm {
        switch provenance {
        case .simulated: .simulated
        case .real, .undetermined: isRecorded ? .imported : .real
        }
    }
}
