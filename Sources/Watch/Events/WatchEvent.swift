public import Aero
public import Flights

/// Something that happened to one aircraft, at the time it was received at the antenna.
public struct WatchEvent: Hashable, Sendable {
    /// What happened.
    public enum Content: Hashable, Sendable {
        /// What the register says from now on.
        case identified(WatchIdentity)
        /// It was never heard before, in all the archive there is.
        case firstEver
        /// Heard again; `lastHeard` is the time before, as the archive had it then.
        case reappeared(lastHeard: Timestamp)
        /// Heard, with what it said of its place and motion.
        case sample(WatchSample)
        /// The callsign it sends from now on.
        case callsign(String)
        /// A message with this code. `isCertain`: not only from a reply whose address came from parity.
        case squawk(Squawk, isCertain: Bool)
        case takeoff(airport: String?, Knowing)
        case landing(airport: String?, Knowing)
        /// Nothing was heard since then; what that means, as judged at this time. Asked for at `WatchEngine.silences`.
        case silent(since: Timestamp, GapClass)
        /// ADS-B stopped, Mode S goes on.
        case sourceLost
        /// Its own navigation integrity category fell, from one to another (0 to 11, RTCA DO-260B table 2-72), and stayed low.
        case interference(before: UInt8, now: UInt8)
        /// Whether any receiver listens from now on. The aircraft is not read.
        case listening(Bool)
    }

    public let time: Timestamp
    public let aircraft: AircraftAddress
    /// Tells events of the same time, aircraft and kind apart; the same event has the same number however often it is delivered.
    public let id: UInt64
    public let content: Content

    public init(time: Timestamp, aircraft: AircraftAddress, id: UInt64, _ content: Content) {
        self.time = time
        self.aircraft = aircraft
        self.id = id
        self.content = content
    }

    /// Its place among all events.
    public var key: EventKey { EventKey(time: time, aircraft: aircraft, kind: content.kind, id: id) }
}

extension WatchEvent.Content {
    /// What this is, as a number that also orders events of one aircraft and time.
    public var kind: EventKind {
        switch self {
        case .identified: .identified
        case .firstEver: .firstEver
        case .reappeared: .reappeared
        case .sample: .sample
        case .callsign: .callsign
        case .squawk: .squawk
        case .takeoff: .takeoff
        case .landing: .landing
        case .silent: .silent
        case .sourceLost: .sourceLost
        case .interference: .interference
        case .listening: .listening
        }
    }
}
