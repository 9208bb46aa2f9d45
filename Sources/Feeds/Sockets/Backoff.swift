/// How long to wait before the next attempt: 1, 2, 4 ... 60 s, each with jitter.
struct Backoff: Sendable {
    private let timing: FeedTiming
    private let random: @Sendable () -> Double
    private var next: Double

    /// - Parameter random: gives numbers in 0 ..< 1.
    init(timing: FeedTiming, random: @escaping @Sendable () -> Double) {
        self.timing = timing
        self.random = random
        next = timing.firstRetry
    }

    /// The seconds to wait now.
    ///
    /// - Parameter goodFor: how long the connection before gave data, in seconds.
    mutating func wait(afterGood goodFor: Double) -> Double {
        if goodFor >= timing.good { next = timing.firstRetry }
        let wait = next * (1 + timing.jitter * (2 * random() - 1))
        next = min(timing.longestRetry, next * 2)
        return wait
    }
}
