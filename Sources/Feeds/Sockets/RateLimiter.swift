/// The allowance of one feeder: what it may send fills up steadily, up to two seconds' worth.
struct RateLimiter: Sendable {
    private let limits: FeedLimits
    private var bytes: Double
    private var frames: Double
    private var last: Double
    /// Seconds of allowance sent too much; falls by one each second.
    private var excess = 0.0

    /// - Parameter now: seconds of a clock that never goes back.
    init(limits: FeedLimits, now: Double) {
        self.limits = limits
        bytes = limits.bytesPerSecond * 2
        frames = limits.framesPerSecond * 2
        last = now
    }

    /// Whether the feeder has to go.
    var isFlooding: Bool { excess > limits.floodSeconds }

    /// Whether so many bytes may be read; else they are dropped.
    mutating func admits(bytes count: Int, now: Double) -> Bool {
        refill(now)
        guard bytes >= Double(count) || bytes >= limits.bytesPerSecond * 2 else {
            excess += Double(count) / limits.bytesPerSecond
            return false
        }
        bytes -= Double(count)
        return true
    }

    /// How many of so many frames may go on.
    mutating func admitted(frames count: Int, now: Double) -> Int {
        refill(now)
        let allowed = min(count, Int(max(0, frames)))
        frames -= Double(allowed)
        excess += Double(count - allowed) / limits.framesPerSecond
        return allowed
    }

    private mutating func refill(_ now: Double) {
        let elapsed = max(0, now - last)
        last = now
        bytes = min(limits.bytesPerSecond * 2, bytes + elapsed * limits.bytesPerSecond)
        frames = min(limits.framesPerSecond * 2, frames + elapsed * limits.framesPerSecond)
        excess = max(0, excess - elapsed)
    }
}
