/// How far one receiver's clock is ahead of the others', learned from transmissions that both heard.
struct ReceiverClock: Sendable {
    /// Nanoseconds that are taken off its times.
    private(set) var offset: Int64 = 0
    /// An error that was seen several times, and how often.
    private var suspected: Int64 = 0
    private var sightings = 0

    /// Errors below this are jitter and are averaged; above, the clock is off. Nanoseconds. Ours: reads are gathered for 50 ms.
    private static let jitter: Int64 = 80_000_000
    private static let smoothing: Int64 = 16
    /// So many equal errors in a row move the clock: equal frames of a parked aircraft can be mistaken for copies.
    private static let needed = 4
    /// What a clock may be off; beyond, a stream is put on arrival time before it comes here. Nanoseconds.
    private static let most: Int64 = 2_000_000_000

    /// Notes an error that remained after the offset was taken off. Nanoseconds.
    mutating func note(error: Int64) {
        if abs(error) < Self.jitter {
            offset += error / Self.smoothing
            sightings = 0
        } else if sightings > 0, abs(error - suspected) < Self.jitter {
            sightings += 1
            guard sightings >= Self.needed else { return }
            offset += suspected
            sightings = 0
        } else {
            suspected = error
            sightings = 1
        }
        offset = min(Self.most, max(-Self.most, offset))
    }
}
