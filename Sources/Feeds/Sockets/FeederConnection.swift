import NIOCore

/// One feeder of a listener, from its first byte to its last: its decoder, its allowance, and who it is.
struct FeederConnection {
    let number: UInt32
    let admission: FeederAdmission
    let limits: FeedLimits
    var decoder: any StreamDecoder
    private var limiter: RateLimiter
    private var over = WireCounters()
    /// The registered feeder it has shown to be.
    private(set) var feeder: RegisteredFeeder?
    private var hasShownKey = false
    /// The edition of the book that its allowance is of.
    private var edition = 0

    init(
        number: UInt32,
        admission: FeederAdmission,
        limits: FeedLimits,
        decoder: any StreamDecoder,
        now: Double
    ) {
        self.number = number
        self.admission = admission
        self.limits = limits
        self.decoder = decoder
        self.decoder.restart()
        limiter = RateLimiter(limits: limits, now: now)
    }

    /// What was read and what was refused.
    var counters: WireCounters {
        var counters = decoder.counters
        counters.overRate = over.overRate
        counters.overRateBytes = over.overRateBytes
        counters.beforeKey = over.beforeKey
        counters.badKeys = over.badKeys
        return counters
    }

    /// Whether what it sends is taken.
    var isWelcome: Bool { !admission.needsKey || hasShownKey }

    /// Why a feeder has to go.
    enum Objection: String {
        case flood = "thrown out: sends more than it may"
        case wrongKey = "turned away: shows a key that is not known here"
        case noKey = "turned away: shows no key"
        case replaced = "replaced by a newer connection with its key"
        case forgotten = "disconnected: its name or key is not registered any more"

        /// Whether it did something it may not.
        var isRefusal: Bool { self != .replaced && self != .forgotten }
    }

    /// Reads what arrived; what may be handed on is in the batch.
    ///
    /// - Returns: why the feeder has to go; `nil` when it may stay.
    mutating func read(_ buffer: ByteBuffer, clock: any FeedClock, into batch: inout FeedBatch) -> Objection? {
        let now = clock.seconds
        if let feeder, edition != admission.book.edition {
            guard let known = admission.book.current(feeder) else { return .forgotten }
            take(known, now: now)
        }
        guard limiter.admits(bytes: buffer.readableBytes, now: now) else {
            over.overRateBytes &+= UInt64(buffer.readableBytes)
            return limiter.isFlooding ? .flood : nil
        }
        decoder.decode(buffer.readableBytesUInt8Span, arrival: clock.wall, into: &batch)
        if !hasShownKey, let key = decoder.shownKey {
            switch admission.judge(key) {
            case .welcome(let known): welcome(known, now: now)
            case .wrong:
                refuseKey()
                batch = FeedBatch(connection: number)
                return .wrongKey
            }
        }
        guard isWelcome else {
            over.beforeKey &+= UInt64(batch.count)
            batch = FeedBatch(connection: number)
            return nil
        }
        batch.feeder = feeder?.name
        over.overRate &+= UInt64(cut(&batch, now: now))
        return limiter.isFlooding ? .flood : nil
    }

    /// The stream has ended.
    mutating func finish(into batch: inout FeedBatch) {
        decoder.finish(into: &batch)
        batch.feeder = feeder?.name
        if !isWelcome { batch = FeedBatch(connection: number) }
    }

    /// The connection is over because no key, or a wrong one, was shown.
    mutating func refuseKey() { over.badKeys &+= 1 }

    private mutating func welcome(_ known: RegisteredFeeder?, now: Double) {
        hasShownKey = true
        if let known { take(known, now: now) }
    }

    /// Goes by what is registered now.
    private mutating func take(_ known: RegisteredFeeder, now: Double) {
        edition = admission.book.edition
        defer { feeder = known }
        guard feeder?.framesPerSecond != known.framesPerSecond else { return }
        let allowed = known.framesPerSecond.map { limits.allowing(framesPerSecond: $0) } ?? limits
        limiter = RateLimiter(limits: allowed, now: now)
    }

    /// Drops what a feeder may not send.
    ///
    /// - Returns: how many frames and reports.
    private mutating func cut(_ batch: inout FeedBatch, now: Double) -> Int {
        let frames = limiter.admitted(frames: batch.frames.count, now: now)
        let reports = limiter.admitted(frames: batch.reports.count, now: now)
        let replies = limiter.admitted(frames: batch.modeAC.count, now: now)
        let uat = limiter.admitted(frames: batch.uat.count, now: now)
        let dropped = batch.count - frames - reports - replies - uat
        batch.frames.removeLast(batch.frames.count - frames)
        batch.reports.removeLast(batch.reports.count - reports)
        batch.modeAC.removeLast(batch.modeAC.count - replies)
        batch.uat.removeLast(batch.uat.count - uat)
        return dropped
    }
}
