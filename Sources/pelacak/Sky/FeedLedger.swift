import Aero
import Feeds
import ModeS
import Tracking

/// What is written down about one source: what came, and whether it is real or simulated.
struct FeedLedger: Sendable {
    /// Whether the source's data are received or made up.
    enum Standing: Hashable, Sendable {
        /// Not yet clear: batches are held back.
        case undetermined
        case real
        case simulated
        /// It is of the other kind than the sky: nothing of it is shown.
        case refused(String)
    }

    var name: String
    /// What its source is called here, where `name` is another: a polled one bears its provider's, which others share.
    var source: String?
    /// The source it came through, where it is one feeder of a listener.
    var parent: FeedID?
    /// What the operator calls the feeder, when it showed its key.
    var feeder: String?
    /// The number of its last connection; 0 for a source with one connection.
    var connection: UInt32 = 0
    /// When it left, by the wall; `nil` while it is connected.
    var leftAt: Timestamp?
    /// It has feeders with ledgers of their own; its counts are theirs together.
    var hasFeeders = false
    var origin: FeedOrigin
    /// Data with a time of their own; else the wall's clock counts.
    var isRecording: Bool
    var standing = Standing.undetermined
    var isFinished = false
    var frames = 0
    var positions = 0
    /// Frames that gave no message, and what was not believed of whom it says.
    var rejected = 0
    var dropped = 0
    /// Frames that another had given already.
    var copies = 0
    var ambiguous = 0
    private(set) var aircraft: Set<AircraftAddress> = []
    private(set) var held: [FeedBatch] = []
    private(set) var heldItems = 0
    private var firstTime: Timestamp?
    private(set) var lastTime: Timestamp?
    /// When the first batch came, by the wall.
    private(set) var began: Timestamp?
    /// What came through the connection that is open, or in this pass of a recording: its own times, and since when it has come, by the wall.
    private(set) var connected: (first: Timestamp, last: Timestamp, since: Timestamp)?
    /// When the last batch came, by the wall.
    private(set) var lastArrival: Timestamp?
    /// Seconds from the last time stamp of a batch to its arrival, on the whole; `nil` for recordings.
    private(set) var meanDelay: Double?
    /// The counts when thirty seconds of the wall had passed since then.
    var firstThirty: Counts?

    struct Counts: Hashable, Sendable {
        var frames: Int
        var aircraft: Int
        var positions: Int
        var rejected: Int
    }

    /// Seconds of the source's own time without a marker after which it counts as real; the marker comes at least once a second.
    static let decisionSeconds = 1.2
    /// Frames held back at most.
    static let heldCapacity = 50_000
    /// The same of all feeders together; more is dropped and counted.
    static let heldOfAll = 200_000
    private static let aircraftCapacity = 200_000

    init(name: String, isRecording: Bool, origin: FeedOrigin = .own) {
        self.name = name
        self.origin = origin
        self.isRecording = isRecording
    }

    /// Asked for by requests: what does not come is no statement about who could be heard.
    var isPolled: Bool { origin.isPolled }
    /// Its word decides nothing: it came to a listener without a key, or it is what others answered.
    var isStrange: Bool { parent != nil && feeder == nil || isPolled }
    var licence: LicenceTag { origin.licence }
    /// Whether its data may leave through an output.
    var isRedistributable: Bool { origin.licence.isRedistributable }
    /// Whether it may leave through an output: claims of others are not ours to hand on.
    var mayGoOut: Bool { !isPolled && isRedistributable }

    var counts: Counts {
        Counts(frames: frames, aircraft: aircraft.count, positions: positions, rejected: rejected)
    }

    /// Whether it is connected and taken.
    var givesData: Bool { leftAt == nil && !isFinished && (standing == .real || standing == .simulated) }

    mutating func note(_ address: AircraftAddress) {
        if aircraft.count < Self.aircraftCapacity { aircraft.insert(address) }
    }

    /// Notes that a batch came, and the thirty seconds' counts when they are over.
    mutating func noteArrival(_ batch: FeedBatch, wall: Timestamp) {
        if began == nil { began = wall }
        lastArrival = wall
        settleFirstThirty(wall: wall)
        guard let first = batch.firstTime, let last = batch.lastTime else { return }
        if firstTime == nil { firstTime = first }
        connected = (
            min(connected?.first ?? first, first), max(connected?.last ?? last, last), connected?.since ?? wall
        )
        lastTime = max(lastTime ?? last, last)
        if !isRecording {
            let delay = wall.seconds(since: last)
            // Ours: of the last twenty batches or so.
            meanDelay = meanDelay.map { $0 + (delay - $0) / 20 } ?? delay
        }
    }

    mutating func settleFirstThirty(wall: Timestamp) {
        if let began, firstThirty == nil, wall.seconds(since: began) >= 30 { firstThirty = counts }
    }

    /// Holds a batch back.
    ///
    /// - Returns: whether enough has come without a marker to call the source real.
    mutating func hold(_ batch: FeedBatch, wall: Timestamp) -> Bool {
        held.append(batch)
        heldItems += batch.count
        return isDecided(wall: wall)
    }

    /// Whether the wait for a marker is over.
    func isDecided(wall: Timestamp) -> Bool {
        guard !held.isEmpty else { return false }
        if heldItems >= Self.heldCapacity || isFinished { return true }
        if let firstTime, let lastTime, lastTime.seconds(since: firstTime) > Self.decisionSeconds { return true }
        guard let began else { return false }
        return wall.seconds(since: began) > 2 * Self.decisionSeconds
    }

    /// The source is gone: only its name is still asked for.
    mutating func forgetDetails() {
        aircraft = []
        _ = releaseHeld()
    }

    /// The connection has ended: what comes next may come from another.
    mutating func endConnection() { connected = nil }

    /// The source's own time begins anew; counters go on.
    mutating func rewind() {
        connected = nil
        firstTime = nil
        lastTime = nil
    }

    mutating func releaseHeld() -> [FeedBatch] {
        defer {
            held = []
            heldItems = 0
        }
        return held
    }
}
