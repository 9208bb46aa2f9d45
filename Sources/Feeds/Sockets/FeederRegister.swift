import Synchronization

/// Who is connected to a listener, by address.
final class FeederRegister: Sendable {
    private struct State {
        var byAddress: [String: Int] = [:]
        var count = 0
        var lastNumber: UInt32 = 0
    }

    private let limits: FeedLimits
    private let state = Mutex(State())

    init(limits: FeedLimits) { self.limits = limits }

    /// Feeders connected now.
    var count: Int { state.withLock { $0.count } }

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

    /// A feeder that was admitted has gone.
    func leave(_ address: String) {
        state.withLock { state in
            state.count -= 1
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left > 0 ? left : nil
        }
    }
}
