import Synchronization

/// Who is connected to a listener, by address.
final class FeederRegister: Sendable {
    private struct State {
        var byAddress: [String: Int] = [:]
        var count = 0
        var lastNumber: UInt32 = 0
        /// Of the feeders that are connected, by number, and of all that have left.
        var present: [UInt32: WireCounters] = [:]
        var gone = WireCounters()

        var total: WireCounters { present.values.reduce(into: gone) { $0 += $1 } }
    }

    private let limits: FeedLimits
    private let state = Mutex(State())

    init(limits: FeedLimits) { self.limits = limits }

    /// Feeders connected now.
    var count: Int { state.withLock { $0.count } }

    /// What all feeders sent since the listener began.
    var total: WireCounters { state.withLock { $0.total } }

    /// Takes what a connected feeder sent so far.
    func note(_ counters: WireCounters, of number: UInt32) { state.withLock { $0.present[number] = counters } }

    /// Gives a new feeder its number, or `nil` if it has to be turned away.
    func admit(_ address: String) -> UInt32? {
        state.withLock { state in
            guard state.count < limits.feeders, state.byAddress[address, default: 0] < limits.feedersPerAddress else {
                return nil
            }
            state.count += 1
            state.byAddress[address, default: 0] += 1
            state.lastNumber &+= 1
            return state.lastNumber
        }
    }

    /// A feeder that was admitted has gone, having sent so much.
    func leave(_ address: String, number: UInt32, counters: WireCounters) {
        state.withLock { state in
            state.present[number] = nil
            state.gone += counters
            state.count -= 1
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left > 0 ? left : nil
        }
    }
}
