public import Aero

/// How far each feeder is believed, from what it sent lately: correct parity proves nothing, since whoever sends can compute it.
///
/// A plain value. What is impossible is counted and fades; a score follows from the counts, and a standing from the score. All numbers
/// here are ours: they keep honest feeders of a sky with spoofed satellite navigation good (an aircraft that jumps jumps for all of its
/// receivers, and once), and find one that makes up an eighth of its positions, or contradicts two others for half a minute.
public struct FeederTrust: Sendable {
    /// What the table makes of a feeder. A worse one is given at once, a better one only when the score has fallen well below.
    public enum Standing: Int, Comparable, Hashable, Sendable, CaseIterable {
        case good
        /// It sent impossible things, but few.
        case doubtful
        /// Its data stand behind everything trusted.
        case quarantined

        public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    /// Why a feeder is not believed.
    public enum Reason: Int, Hashable, Sendable, CaseIterable, CustomStringConvertible {
        /// A position that the aircraft cannot have reached from where the same feeder saw it last.
        case jump
        /// Farther from its receiver, or from another that hears the same aircraft, than radio reaches.
        case beyondHorizon
        /// At least two other feeders saw the aircraft together in another place.
        case contradiction
        /// A value that no aircraft has.
        case impossibleValue

        /// As in the interfaces.
        public var description: String {
            switch self {
            case .jump: "impossible-jump"
            case .beyondHorizon: "beyond-horizon"
            case .contradiction: "contradicts-others"
            case .impossibleValue: "impossible-value"
            }
        }
    }

    /// What is known of one feeder.
    public struct Record: Sendable {
        public internal(set) var standing = Standing.good
        /// Positions that were believed, or agreed with what others sent. Fades.
        public internal(set) var positions = 0.0
        /// By the raw value of `Reason`. Fades.
        var suspicions = [4 of Double](repeating: 0)
        /// By the raw value of `Reason`, since the feeder came.
        var totals = [4 of Int](repeating: 0)
        var time: Timestamp?

        /// How often a reason occurred since the feeder came.
        public func count(of reason: Reason) -> Int { totals[reason.rawValue] }

        /// 0 nothing impossible … 1.
        public var score: Double {
            let contradictions = suspicions[Reason.contradiction.rawValue]
            let others = suspicions[0] + suspicions[1] + suspicions[3]
            let share = FeederTrust.shareWeight * others / (others + positions + FeederTrust.patience)
            return min(1, max(share, contradictions / FeederTrust.mostContradictions))
        }

        mutating func fade(to now: Timestamp) {
            guard let time else {
                self.time = now
                return
            }
            let elapsed = now.seconds(since: time)
            guard elapsed >= 1 else { return }
            self.time = now
            let share = Trigonometry.exponential(-elapsed * 0.693_147 / FeederTrust.halfLifeSeconds)
            positions *= share
            for index in 0..<4 { suspicions[index] *= share }
            settle()
        }

        /// The standing that follows from the score: hysteresis between getting worse and getting better.
        mutating func settle() {
            let score = score
            switch standing {
            case .good:
                if score >= FeederTrust.doubtAt { standing = .doubtful }
                if score >= FeederTrust.quarantineAt { standing = .quarantined }
            case .doubtful:
                if score >= FeederTrust.quarantineAt { standing = .quarantined }
                if score < FeederTrust.goodBelow { standing = .good }
            case .quarantined:
                if score < FeederTrust.releaseBelow { standing = .doubtful }
            }
        }
    }

    /// After that long what was counted counts half. Seconds.
    static let halfLifeSeconds = 600.0
    /// Impossible things among positions weigh that much: an eighth of all is enough for a quarantine.
    static let shareWeight = 4.0
    /// Good positions that every feeder is credited with.
    static let patience = 40.0
    /// Contradictions, at most one a second and aircraft, that make the score 1.
    static let mostContradictions = 60.0
    static let doubtAt = 0.1
    static let quarantineAt = 0.5
    /// From quarantined to doubtful.
    static let releaseBelow = 0.25
    /// From doubtful to good.
    static let goodBelow = 0.05
    /// Added to the rank of what a quarantined feeder sends, so that it stands behind everything else.
    static let quarantineRank: UInt8 = 16

    private var records: [FeedID: Record] = [:]
    /// Feeders that are quarantined: asked for each frame, and nearly always none.
    private var quarantined: Set<FeedID> = []

    public init() {}

    /// What is known of a feeder.
    public subscript(_ feed: FeedID) -> Record { records[feed] ?? Record() }

    /// Whether a feeder is quarantined.
    @inline(__always)
    public func isQuarantined(_ feed: FeedID) -> Bool { !quarantined.isEmpty && quarantined.contains(feed) }

    /// The reason that weighs most against a feeder now; `nil` if nothing does.
    public func reason(_ feed: FeedID) -> Reason? {
        guard let record = records[feed] else { return nil }
        let worst = Reason.allCases.max { record.suspicions[$0.rawValue] < record.suspicions[$1.rawValue] }
        return worst.flatMap { record.suspicions[$0.rawValue] > 0 ? $0 : nil }
    }

    /// Notes positions that were believed.
    public mutating func notePositions(_ count: Int, of feed: FeedID, at time: Timestamp) {
        change(feed, at: time) { $0.positions += Double(count) }
    }

    /// Notes something impossible.
    public mutating func note(_ reason: Reason, of feed: FeedID, at time: Timestamp) {
        change(feed, at: time) {
            $0.suspicions[reason.rawValue] += 1
            $0.totals[reason.rawValue] += 1
            $0.settle()
        }
    }

    /// Lets what was counted fade, so that a feeder that fell silent comes back too.
    public mutating func fade(to time: Timestamp) {
        for feed in records.keys { change(feed, at: time) { _ in } }
    }

    /// Forgets feeders that are gone.
    public mutating func forget(_ feeds: Set<FeedID>) {
        for feed in feeds { records[feed] = nil }
        quarantined.subtract(feeds)
    }

    private mutating func change(_ feed: FeedID, at time: Timestamp, _ body: (inout Record) -> Void) {
        var record = records[feed] ?? Record()
        record.fade(to: time)
        body(&record)
        records[feed] = record
        if record.standing == .quarantined { quarantined.insert(feed) } else { quarantined.remove(feed) }
    }
}
