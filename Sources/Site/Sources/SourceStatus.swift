public import Aero

/// A source and how it fares.
public struct SourceStatus: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case connecting, connected, waiting, listening, reading, finished, paused, refused, failed
    }

    public struct Counters: Hashable, Sendable {
        public var bytes = 0
        public var frames = 0
        public var rejected = 0
        public var positions = 0
        public var aircraft = 0
        public var connections = 0
        public var dropped = 0
        public init() {}
    }

    /// What came in the first thirty seconds.
    public struct FirstThirtySeconds: Hashable, Sendable {
        public var seconds: Double
        public var isComplete: Bool
        public var frames: Int
        public var aircraft: Int
        public var positions: Int
        public var rejected: Int
        public init(seconds: Double, isComplete: Bool, frames: Int, aircraft: Int, positions: Int, rejected: Int) {
            self.seconds = seconds
            self.isComplete = isComplete
            self.frames = frames
            self.aircraft = aircraft
            self.positions = positions
            self.rejected = rejected
        }
    }

    public var id: String
    public var name: String
    /// Without the receiver's place.
    public var specification: String
    public var format: String
    /// `nil` when it is not known what the time stamps are.
    public var clock: String?
    public var hasPlace: Bool
    public var state: State
    /// One line for people; `nil` when there is nothing to tell.
    public var detail: String?
    /// When the state began.
    public var since: Timestamp?
    /// Seconds until the next attempt.
    public var retryIn: Double?
    /// It stands in the configuration file.
    public var isFromFile: Bool
    public var counters: Counters
    public var firstThirtySeconds: FirstThirtySeconds?
    /// What came, by kind (`frame`, `report`, …); empty where only `counters` is known.
    public var received: [String: Int] = [:]
    /// What was refused, by reason; empty where only `counters` is known.
    public var rejections: [String: Int] = [:]
    /// Who gives data through it; at most the 512 that sent last.
    public var feeders: [FeederStatus] = []
    /// Of a source whose samples are demodulated here.
    public var radio: RadioStatus?
    /// Of a source that is polled.
    public var poll: PollStatus?

    public init(
        id: String,
        name: String,
        specification: String,
        format: String,
        clock: String? = nil,
        hasPlace: Bool = false,
        state: State,
        detail: String? = nil,
        since: Timestamp? = nil,
        retryIn: Double? = nil,
        isFromFile: Bool = false,
        counters: Counters = Counters(),
        firstThirtySeconds: FirstThirtySeconds? = nil
    ) {
        self.id = id
        self.name = name
        self.specification = specification
        self.format = format
        self.clock = clock
        self.hasPlace = hasPlace
        self.state = state
        self.detail = detail
        self.since = since
        self.retryIn = retryIn
        self.isFromFile = isFromFile
        self.counters = counters
        self.firstThirtySeconds = firstThirtySeconds
    }
}
