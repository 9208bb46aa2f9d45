import Aero
import ModeS

/// Which of a track's values may stand in a row: known in time, and under the row's terms.
struct Freshness {
    /// The row's time.
    let time: Timestamp
    /// The oldest a value may be. Seconds.
    let seconds: Double
    /// The feed the row is from.
    let feed: FeedID
    /// Terms of feeds, where there are any but our own.
    let terms: [FeedID: FeedTerms]

    @inline(__always)
    func value<Value>(_ known: Known<Value>?) -> Value? {
        guard let known, allows(known.time, known.feed) else { return nil }
        return known.value
    }

    @inline(__always)
    func allows(_ other: Timestamp, _ source: FeedID) -> Bool {
        guard time.seconds(since: other) <= seconds else { return false }
        return terms.isEmpty || source == feed || (terms[source] ?? .own) == (terms[feed] ?? .own)
    }
}
