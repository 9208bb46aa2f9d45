import Aero

/// How one feed hears one address: its squitters, its level, when it answered.
struct SisterReception: Sendable {
    let feed: FeedID
    /// Clean squitters, at most a few dozen counted.
    private(set) var squitters = 0.0
    private(set) var lastSquitter: Timestamp
    /// Mean time between squitters, seconds; `nil` before there were three.
    private var interval: Double?
    private var intervals = 0
    /// Mean level and its spread squared, dBFS and dB²; `nil` when the feed tells none.
    private var level: Double?
    private var spread = 4.0
    private var levels = 0
    /// Replies whose parity named the address, the older ones less.
    private(set) var replies = 0.0
    private var replyTime: Timestamp?
    /// When it last answered radars, and other aircraft.
    private(set) var radar = ReplyTimes()
    private(set) var airAir = ReplyTimes()

    /// Squitters closer together say the same: radars call several times while they look at an aircraft. Seconds.
    private static let joinSeconds = 0.3
    private static let replyMemorySeconds = 30.0
    private static let mostReplies = 200.0

    init(feed: FeedID, at time: Timestamp) {
        self.feed = feed
        lastSquitter = time
    }

    /// Notes a frame that is surely the aircraft's.
    mutating func noteSquitter(at time: Timestamp, level: Float?) {
        let elapsed = time.seconds(since: lastSquitter)
        if squitters > 0, elapsed > Self.joinSeconds, elapsed < 60 {
            intervals += 1
            interval = interval.map { $0 + (elapsed - $0) / Double(min(intervals, 8)) } ?? elapsed
        }
        squitters = min(50, squitters + 1)
        lastSquitter = max(lastSquitter, time)
        noteLevel(level)
    }

    private mutating func noteLevel(_ told: Float?) {
        guard let told, told.isFinite else { return }
        let value = Double(told)
        levels = min(levels + 1, 8)
        guard let mean = level else {
            level = value
            return
        }
        let off = value - mean
        level = mean + off / Double(levels)
        spread += (min(100, off * off) - spread) / 16
    }

    mutating func noteReply(at time: Timestamp, isAirAir: Bool) {
        replies = min(Self.mostReplies, replies(at: time) + 1)
        replyTime = max(time, replyTime ?? time)
        if isAirAir { airAir.note(time) } else { radar.note(time) }
    }

    func times(isAirAir: Bool) -> ReplyTimes { isAirAir ? airAir : radar }

    /// How many replies count at an instant.
    func replies(at time: Timestamp) -> Double {
        guard let replyTime else { return 0 }
        return replies * Trigonometry.exponential(-max(0, time.seconds(since: replyTime)) / Self.replyMemorySeconds)
    }

    /// Logarithm of how likely its silence is if it is still there: 0, or below.
    func liveness(at time: Timestamp) -> Double {
        guard let interval, intervals >= 3 else { return 0 }
        let silence = max(0, time.seconds(since: lastSquitter) / max(0.8, interval))
        // Ours: one in a hundred was switched off meanwhile or is out of reach; else silences are random.
        return -min(7, Trigonometry.naturalLogarithm(1 + 0.01 * Trigonometry.exponential(min(20, silence))))
    }

    /// Whether its level lies clearly beside another's.
    func isApart(from other: SisterReception) -> Bool {
        guard let level, let theirs = other.level, levels >= 4, other.levels >= 4 else { return false }
        return (level - theirs) * (level - theirs) > 2 * max(spread, other.spread)
    }

    /// Logarithm of the density of a level a decibel; `nil` when its own is not known.
    func likelihood(of value: Float) -> Double? {
        guard let level, levels >= 2, value.isFinite else { return nil }
        // Student's distribution with five degrees of freedom: fading has long tails.
        let variance = (spread + 0.5) * (1 + 1 / Double(levels))
        let off = Double(value) - level
        return -0.5 * Trigonometry.naturalLogarithm(variance)
            - 3 * Trigonometry.naturalLogarithm(1 + off * off / (5 * variance))
    }
}
