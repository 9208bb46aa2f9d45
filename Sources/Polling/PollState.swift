import Aero
import Feeds
import ModeS

/// What a polled source remembers from one poll to the next.
struct PollState {
    var reader: PolledReader
    var progress = PollProgress()
    var counters = WireCounters()
    /// What the last poll failed with; `nil` when it was good.
    var trouble: String?
    var hasRenewedToken = false
    /// Failures of its own in a row, for which the provider is not at fault.
    var ownFailures = 0
    /// What the last good answer was marked with, to ask only for what has changed.
    private(set) var entityTag: String?
    private(set) var lastModified: String?

    init(reader: PolledReader) { self.reader = reader }

    mutating func keep(_ answer: PollAnswer) {
        entityTag = answer.entityTag
        lastModified = answer.lastModified
    }
}

/// What one poll gave.
struct PollResult {
    var time: Timestamp
    var outcome = RequestLimiter.Outcome.good
    /// 0 where no answer came.
    var status = 0
    var body: [UInt8] = []
    var reports: [ClaimedReport] = []
    var aircraft: Int?
    var creditsLeft: Int?
    var creditsIn: Double?
    var failure: PollFailure?
    /// The account's token was not accepted for the first time.
    var isTokenStale = false

    init(time: Timestamp) { self.time = time }
}
