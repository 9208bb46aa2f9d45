/// What a feed or sink is doing, for the log and the page.
public struct FeedStatus: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case connecting
        case connected
        /// Not connected; the next attempt comes after that many seconds.
        case waiting(retryIn: Double)
        /// Accepting connections on that port.
        case listening(port: Int)
        /// Reading a recording.
        case reading
        /// The recording is at its end, or the feed was told to stop.
        case finished
        /// A connection was turned away or thrown out; the others go on.
        case refused
        case failed
    }

    /// One connection of a listener.
    public struct Feeder: Hashable, Sendable {
        /// `FeedBatch.connection`.
        public let connection: UInt32
        /// Of a registered feeder that has shown its key.
        public let name: String?
        public let counters: WireCounters
    }

    public var state: State
    /// One line for people.
    public var detail: String
    /// Of the decoder the status speaks of.
    public var counters: WireCounters
    /// Open connections, of a listener or sink.
    public var connections: Int
    /// Who is connected to a listener now, in the order of coming.
    public var feeders: [Feeder] = []
    /// What each registered feeder has sent, by its name: in all its connections, those that have ended too.
    public var registered: [String: WireCounters] = [:]
    /// What the first bytes look like, where nothing was made of them.
    public var guess: WireFormat?

    public init(
        state: State,
        detail: String = "",
        counters: WireCounters = WireCounters(),
        connections: Int = 0,
        guess: WireFormat? = nil
    ) {
        self.guess = guess
        self.state = state
        self.detail = detail
        self.counters = counters
        self.connections = connections
    }
}
