import Aero
import Tracking

/// Which aircraft and values are young enough for the lists.
///
/// - Source: readsb README-json.md, lastPosition: a position counts for 60 s, and an aircraft is listed when it has one or was heard in the
///   last 30 s.
enum Listing {
    /// A position counts as current, and a value is given at all, up to this age in seconds.
    static let currentSeconds = 60.0
    /// Without a current position an aircraft is listed up to this age of its last message, seconds.
    static let listedSeconds = 30.0

    /// Whether an aircraft is listed that was last placed and last heard at these times.
    static func has(placed: Timestamp?, heard: Timestamp, at now: Timestamp) -> Bool {
        if let placed, now.seconds(since: placed) <= currentSeconds { return true }
        return now.seconds(since: heard) <= listedSeconds
    }
}

extension Track {
    func hasCurrentPosition(at now: Timestamp) -> Bool {
        guard let fix else { return false }
        return now.seconds(since: fix.time) <= Listing.currentSeconds
    }

    func isListed(at now: Timestamp) -> Bool {
        Listing.has(placed: fix?.time, heard: lastHeard, at: now)
    }
}

extension Known {
    func isCurrent(at now: Timestamp) -> Bool { now.seconds(since: time) <= Listing.currentSeconds }

    /// Whether it is current and has this value.
    func isCurrent(at now: Timestamp, and wanted: Value) -> Bool { value == wanted && isCurrent(at: now) }
}
