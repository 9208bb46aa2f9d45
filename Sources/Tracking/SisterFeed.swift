import Aero

/// What is learned of one feed for telling neighbours apart.
struct SisterFeed: Sendable {
    let feed: FeedID
    var errors = FeedErrors()
    /// Of answers to radars, and to other aircraft.
    var radar = ReplyRhythm(binSeconds: 0.025)
    var airAir = ReplyRhythm(binSeconds: 0.05)

    func rhythm(isAirAir: Bool) -> ReplyRhythm { isAirAir ? airAir : radar }

    mutating func note(_ times: ReplyTimes, at time: Timestamp, isAirAir: Bool) {
        if isAirAir { airAir.note(times, at: time) } else { radar.note(times, at: time) }
    }
}
