public import Aero
import ModeS

/// What one receiver has given of one aircraft.
public struct TrackReceiver: Sendable {
    public let feed: FeedID
    public internal(set) var lastHeard: Timestamp
    /// Mean level of its last frames, dBFS.
    public internal(set) var level: Float?
    /// Messages that it gave first.
    public internal(set) var messages = 0
    /// Messages that another had given already.
    public internal(set) var copies = 0
    /// Its feeder was quarantined, or contradicted about this aircraft, when it was heard last.
    public internal(set) var isQuarantined = false

    let number: ReceiverNumber
    /// Who stands behind it.
    let party: FeederParty
    /// Where it saw the aircraft last.
    private(set) var place: (position: Position, time: Timestamp, isOnGround: Bool)?
    /// Two or more others saw the aircraft elsewhere: until then its data of this aircraft stand behind theirs.
    var contradictedUntil: Timestamp?
    /// Since when at least two others see the aircraft elsewhere together.
    var outvotedSince: Timestamp?
    private var even: (half: CPRFrame, time: Timestamp)?
    private var odd: (half: CPRFrame, time: Timestamp)?

    /// Halves farther apart make no pair. Seconds.
    private static let pairSeconds = 10.0

    init(feed: FeedID, number: ReceiverNumber, party: FeederParty? = nil, at time: Timestamp) {
        self.feed = feed
        self.party = party ?? FeederParty(feed)
        self.number = number
        lastHeard = time
    }

    mutating func hear(at time: Timestamp, level told: Float?, isCopy: Bool) {
        lastHeard = max(lastHeard, time)
        if isCopy { copies += 1 } else { messages += 1 }
        if let told, told.isFinite { level = level.map { $0 + (told - $0) / 8 } ?? told }
    }

    func isContradicted(at time: Timestamp) -> Bool { contradictedUntil.map { time < $0 } ?? false }

    mutating func see(_ half: CPRFrame, at time: Timestamp) {
        if half.isOdd { odd = (half, time) } else { even = (half, time) }
    }

    mutating func see(_ position: Position, at time: Timestamp, isOnGround: Bool) {
        place = (position, time, isOnGround)
    }

    /// Where its own two halves say that the aircraft is, whatever others sent; in the air only.
    func ownPlace(at time: Timestamp) -> Position? {
        guard let even, let odd, even.time.seconds(since: odd.time).magnitude <= Self.pairSeconds,
            time.seconds(since: max(even.time, odd.time)).magnitude <= Self.pairSeconds
        else { return nil }
        return CompactPosition.airborne(even: even.half, odd: odd.half, isOddNewer: odd.time > even.time)
    }

    /// Whether two places cannot both be right, seconds apart as they are.
    static func contradict(
        _ first: (position: Position, time: Timestamp, isOnGround: Bool),
        _ second: (position: Position, time: Timestamp, isOnGround: Bool)
    ) -> Bool {
        let (earlier, later) = first.time <= second.time ? (first, second) : (second, first)
        return !PositionGate.allows(
            from: earlier,
            to: later.position,
            at: later.time,
            isOnGround: later.isOnGround,
            speed: nil
        )
    }
}
