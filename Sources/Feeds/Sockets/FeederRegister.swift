import NIOCore
import Synchronization

/// Who is connected to a listener, by address and by name.
final class FeederRegister: Sendable {
    private struct Feeder {
        /// The registered feeder it has shown to be.
        var known: RegisteredFeeder?
        var channel: any Channel
        var counters = WireCounters()
        /// Why we closed it.
        var objection: FeederConnection.Objection?
    }

    private struct State {
        var byAddress: [String: Int] = [:]
        var lastNumber: UInt32 = 0
        /// Those that are connected, by number.
        var present: [UInt32: Feeder] = [:]
        /// What all sent that have left.
        var gone = WireCounters()
        /// What registered feeders sent in connections that have ended, by name; as many as were ever registered.
        var goneByName: [String: WireCounters] = [:]
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
                FeedStatus.Feeder(connection: number, name: feeder.known?.name, counters: feeder.counters)
            }
            status.registered = state.present.values.reduce(into: state.goneByName) { sums, feeder in
                if let name = feeder.known?.name { sums[name, default: WireCounters()] += feeder.counters }
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
    func name(_ number: UInt32, _ known: RegisteredFeeder) {
        state.withLock { $0.present[number]?.known = known }
        close(.replaced) { $0 != number && $1.name == known.name }
    }

    /// Closes the connections of registered feeders that are none any more.
    func keep(those isKnown: (RegisteredFeeder) -> Bool) { close(.forgotten) { !isKnown($1) } }

    /// Why we closed a connection; `nil` when we did not.
    func objection(to number: UInt32) -> FeederConnection.Objection? {
        state.withLock { $0.present[number]?.objection }
    }

    private func close(
        _ objection: FeederConnection.Objection,
        where isMeant: (UInt32, RegisteredFeeder) -> Bool
    ) {
        let channels: [any Channel] = state.withLock { state in
            let numbers = state.present.filter { number, feeder in
                feeder.known.map { isMeant(number, $0) } ?? false
            }.keys
            for number in numbers { state.present[number]?.objection = objection }
            return numbers.compactMap { state.present[$0]?.channel }
        }
        for channel in channels { channel.close(promise: nil) }
    }

    /// A feeder that was admitted has gone, having sent so much.
    func leave(_ address: String, number: UInt32, counters: WireCounters) {
        state.withLock { state in
            let name = state.present.removeValue(forKey: number)?.known?.name
            state.gone += counters
            if let name { state.goneByName[name, default: WireCounters()] += counters }
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left > 0 ? left : nil
        }
    }
}
