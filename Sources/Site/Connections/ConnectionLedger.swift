import Synchronization

/// Counts the connections, and keeps those that wait for a request in the order in which they began to wait. When more wait than may,
/// the one that has waited longest is closed: whoever opens connections and asks nothing takes no place from those who ask.
final class ConnectionLedger: Sendable {
    /// Closes a connection.
    typealias Close = @Sendable () -> Void

    /// Names one time of waiting.
    struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    private struct State {
        var open = 0
        var total = 0
        var closed = 0
        var next: UInt64 = 0
        var waiting: [UInt64: Close] = [:]
        /// Numbers in the order of arrival, those of the past among them.
        var order: [UInt64] = []
        var first = 0

        /// The one that has waited longest, out of the list.
        mutating func takeOldest() -> Close? {
            while first < order.count {
                let number = order[first]
                first += 1
                if let close = waiting.removeValue(forKey: number) { return close }
            }
            return nil
        }

        /// Throws away the numbers of the past once they are most of the list.
        mutating func tidy() {
            guard order.count > 4 * waiting.count + 64 else { return }
            order = order[first...].filter { waiting[$0] != nil }
            first = 0
        }
    }

    private let state = Mutex(State())
    private let bound: Int

    /// - Parameter bound: connections that may wait at once.
    init(bound: Int) { self.bound = max(1, bound) }

    /// Connections that there ever were.
    var total: Int { state.withLock { $0.total } }
    /// Connections that are open.
    var open: Int { state.withLock { $0.open } }
    /// Those of them that wait for a request.
    var waiting: Int { state.withLock { $0.waiting.count } }
    /// How many were closed because too many waited.
    var closedWaiting: Int { state.withLock { $0.closed } }
    /// Entries that are kept, those of the past among them; for tests.
    var kept: Int { state.withLock { $0.order.count } }

    func opened() {
        state.withLock { state in
            state.open += 1
            state.total += 1
        }
    }

    func closed() { state.withLock { $0.open -= 1 } }

    /// A connection begins to wait for a request.
    func wait(_ close: @escaping Close) -> Ticket {
        let (ticket, surplus) = state.withLock { state -> (Ticket, Close?) in
            let number = state.next
            state.next += 1
            state.waiting[number] = close
            state.order.append(number)
            var surplus: Close?
            if state.waiting.count > bound {
                surplus = state.takeOldest()
                state.closed += 1
            }
            state.tidy()
            return (Ticket(number: number), surplus)
        }
        surplus?()
        return ticket
    }

    /// A connection waits no more.
    func end(_ ticket: Ticket) { state.withLock { $0.waiting[ticket.number] = nil } }
}
