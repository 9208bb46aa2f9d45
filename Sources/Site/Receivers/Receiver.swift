import Aero

/// One who hears: the only connection of a source, or one feeder of a listener. Knows no place, no address and no id of a receiver.
struct Receiver: Hashable, Sendable {
    /// What the counters were at some time.
    struct Totals: Hashable, Sendable {
        var frames = 0
        var copies = 0
        var positions = 0
        var rejected = 0
        var ambiguous = 0
        var dropped = 0
    }

    /// The source's id and the name within it; what tells receivers apart.
    struct Key: Hashable, Sendable {
        var source: String
        var name: String
    }

    var key: Key
    var kind: ReceiverKind
    var isRegistered = false
    var isConnected: Bool
    var standing = FeederStatus.Standing.good
    var score = 0.0
    var reasons: [String: Int] = [:]
    var lastHeard: Timestamp?
    var totals: Totals
    /// Aircraft heard; `nil` when it is not counted.
    var aircraft: Int?
    /// Seconds from the time stamp to the arrival, on the whole; `nil` when the clock does not tell.
    var meanDelay: Double?
    /// What the time stamps count; `nil` when it is not known.
    var clock: String?
    var clockDisagreements: Int?
    /// What it sent beyond its allowance; `nil` where there is none.
    var excess: FeederStatus.Excess?

    /// All who hear through a source. A listener that nobody feeds has none, and who is asked hears nothing.
    static func all(of source: SourceStatus) -> [Receiver] {
        let kind = ReceiverKind(specification: source.specification)
        guard kind != .polled else { return [] }
        guard source.feeders.isEmpty else { return source.feeders.map { Receiver($0, of: source, kind) } }
        return kind == .feeder ? [] : [Receiver(source, kind)]
    }

    private init(_ source: SourceStatus, _ kind: ReceiverKind) {
        key = Key(source: source.id, name: source.name)
        self.kind = kind
        isConnected = source.state == .connected || source.state == .reading
        let counters = source.counters
        totals = Totals(
            frames: counters.frames,
            positions: counters.positions,
            rejected: counters.rejected,
            dropped: counters.dropped
        )
        aircraft = counters.aircraft
        clock = source.clock
    }

    private init(_ feeder: FeederStatus, of source: SourceStatus, _ kind: ReceiverKind) {
        key = Key(source: source.id, name: feeder.name)
        self.kind = kind
        isRegistered = feeder.isRegistered
        isConnected = feeder.isConnected
        standing = feeder.standing
        score = feeder.score
        reasons = feeder.reasons
        lastHeard = feeder.lastHeard
        totals = Totals(
            frames: feeder.frames,
            copies: feeder.copies,
            positions: feeder.positions,
            rejected: feeder.rejected,
            ambiguous: feeder.ambiguous,
            dropped: feeder.dropped
        )
        aircraft = feeder.aircraft ?? (kind == .feeder ? nil : source.counters.aircraft)
        meanDelay = feeder.meanDelay
        clock = feeder.clock ?? source.clock
        clockDisagreements = feeder.clockDisagreements
        excess = feeder.excess
    }
}
