import NIOCore
import Synchronization

/// Who is connected to a listener, by address and by name.
final class FeederRegister: Sendable {
    private struct Feeder {
        var name: String?
        var channel: any Channel
        var counters = WireCounters()
        var isReplaced = false
    }

    private struct State {
        var byAddress: [String: Int] = [:]
        var lastNumber: UInt32 = 0
        /// Those that are connected, by number.
        var present: [UInt32: Feeder] = [:]
        /// What all sent that have left.
        var gone = WireCounters()
        var lastReport = -Double.infinity

        var total: WireCounters { present.values.reduce(into: gone) { $0 += $1.counters } }
    }

    private let limits: FeedLimits
    private let state = Mutex(State())

    init(limits: FeedLimits) { self.limits = limits }

    /// What the listener tells of itself: all its feeders together, and each of those connected.
    func status(_ kind: FeedStatus.State, _ detail: String) -> FeedStatus {
        state.withLock { state in
            var status = FeedStatus(
                state: kind,
                detail: detail,
                counters: state.total,
                connections: state.present.count
            )
            status.feeders = state.present.map { number, feeder in
                FeedStatus.Feeder(connection: number, name: feeder.name, counters: feeder.counters)
            }
            status.feeders.sort { $0.connection < $1.connection }
            return status
        }
    }

    /// Takes what a connected feeder sent so far.
    ///
    /// - Returns: whether a second has passed since a feeder was told that it has.
    func note(_ counters: WireCounters, of number: UInt32, now: Double) -> Bool {
        state.withLock { state in
            state.present[number]?.counters = counters
            guard now - state.lastReport >= 1 else { return false }
            state.lastReport = now
            return true
        }
    }

    /// Gives a new feeder its number, or `nil` if it has to be turned away.
    func admit(_ address: String, _ channel: any Channel) -> UInt32? {
        state.withLock { state in
            guard state.present.count < limits.feeders,
                state.byAddress[address, default: 0] < limits.feedersPerAddress
            else { return nil }
            state.byAddress[address, default: 0] += 1
            state.lastNumber &+= 1
            state.present[state.lastNumber] = Feeder(channel: channel)
            return state.lastNumber
        }
    }

    /// A feeder showed its key. An older connection of the same name is closed.
    func name(_ number: UInt32, _ name: String) {
        let older: [any Channel] = state.withLock { state in
            state.present[number]?.name = name
            let numbers = state.present.filter { $0.key != number && $0.value.name == name }.map(\.key)
            return numbers.compactMap { older in
                state.present[older]?.isReplaced = true
                return state.present[older]?.channel
            }
        }
        for channel in older { channel.close(promise: nil) }
    }

    /// Whether a newer connection of the same name has come.
    func isReplaced(_ number: UInt32) -> Bool { state.withLock { $0.present[number]?.isReplaced ?? false } }

    /// A feeder that was admitted has gone, having sent so much.
    func leave(_ address: String, number: UInt32, counters: WireCounters) {
        state.withLock { state in
            state.present[number] = nil
            state.gone += counters
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left > 0 ? left : nil
        }
    }
}
