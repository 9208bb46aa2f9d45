import Aero
import Synchronization

/// How often one address may ask: an allowance that fills up steadily. The table of addresses is bounded.
final class AddressLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var last: Double
    }

    private struct State {
        var buckets: [InternetAddress: Bucket] = [:]
        var refused = 0
    }

    private let burst: Double
    private let perSecond: Double
    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - burst: what may be asked at once.
    ///   - perSecond: what is added each second.
    ///   - capacity: addresses remembered at most.
    init(burst: Double, perSecond: Double, capacity: Int = 8192) {
        self.burst = max(1, burst)
        self.perSecond = max(1e-6, perSecond)
        self.capacity = max(8, capacity)
    }

    /// Takes one from the allowance.
    ///
    /// - Parameter now: seconds of a clock that never goes back.
    /// - Returns: `nil` when it was there, else the seconds until it will be.
    func take(_ address: InternetAddress, now: Double) -> Double? {
        state.withLock { state in
            var bucket = filled(state.buckets[address.counted], now)
            let wait = bucket.tokens >= 1 ? nil : (1 - bucket.tokens) / perSecond
            if wait == nil { bucket.tokens -= 1 } else { state.refused += 1 }
            if state.buckets.count >= capacity, state.buckets[address.counted] == nil { makeRoom(&state, now) }
            state.buckets[address.counted] = bucket
            return wait
        }
    }

    /// Seconds until one will be there, without taking it; `nil` when it is.
    func wait(_ address: InternetAddress, now: Double) -> Double? {
        state.withLock { state in
            let bucket = filled(state.buckets[address.counted], now)
            guard bucket.tokens < 1 else { return nil }
            state.refused += 1
            return (1 - bucket.tokens) / perSecond
        }
    }

    /// Addresses remembered now.
    var count: Int { state.withLock { $0.buckets.count } }

    /// What was refused since the start.
    var refused: Int { state.withLock { $0.refused } }

    private func filled(_ bucket: Bucket?, _ now: Double) -> Bucket {
        guard let bucket else { return Bucket(tokens: burst, last: now) }
        let tokens = min(burst, bucket.tokens + max(0, now - bucket.last) * perSecond)
        return Bucket(tokens: tokens, last: max(now, bucket.last))
    }

    /// Forgets who has his whole allowance back, and of the others those not seen for longest: an eighth at once, so that a stream of
    /// new addresses does not sort the table for each. Who is forgotten gets what a new address gets.
    private func makeRoom(_ state: inout State, _ now: Double) {
        state.buckets = state.buckets.filter { filled($0.value, now).tokens < burst }
        guard state.buckets.count >= capacity - capacity / 8 else { return }
        let oldest = state.buckets.sorted { $0.value.last < $1.value.last }.prefix(
            state.buckets.count - capacity * 7 / 8
        )
        for (address, _) in oldest { state.buckets[address] = nil }
    }
}
