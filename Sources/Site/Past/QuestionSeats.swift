import Aero
import Synchronization

/// Places among the heavy questions: who finds none waits for one, in the order of asking, as long as few wait.
///
/// A page that loads the pieces of a day asks for several at once; to refuse it what a moment later is free would leave holes in its map.
final class QuestionSeats: Sendable {
    /// A place; given back when it is let go, however the question ended.
    final class Seat: Sendable {
        private let seats: QuestionSeats
        private let address: InternetAddress?

        fileprivate init(_ seats: QuestionSeats, _ address: InternetAddress?) {
            self.seats = seats
            self.address = address
        }

        deinit { seats.giveBack(address) }
    }

    /// How many questions there may be.
    struct Bounds: Sendable {
        var total: Int
        var perAddress: Int
    }

    private struct Waiter {
        var number: UInt64
        var address: InternetAddress?
        var turn: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var total = 0
        var byAddress: [InternetAddress?: Int] = [:]
        var waiting: [Waiter] = []
        var number: UInt64 = 0

        func hasRoom(for address: InternetAddress?, _ bounds: Bounds) -> Bool {
            total < bounds.total && byAddress[address, default: 0] < bounds.perAddress
        }

        mutating func seat(_ address: InternetAddress?) {
            total += 1
            byAddress[address, default: 0] += 1
        }
    }

    private let state = Mutex(State())
    private let running: Bounds
    private let waiting: Bounds

    init(running: Bounds, waiting: Bounds) {
        self.running = running
        self.waiting = waiting
    }

    convenience init(_ limits: SiteConfiguration.Limits) {
        self.init(
            running: .init(total: limits.heavyRunning, perAddress: limits.heavyRunningPerAddress),
            waiting: .init(total: limits.heavyWaiting, perAddress: limits.heavyWaitingPerAddress)
        )
    }

    /// A place for a question of an address, when its turn has come.
    ///
    /// - Returns: `nil` when too many wait already, or when the question was given up.
    func take(for address: InternetAddress?) async -> Seat? {
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        let isSeated = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let answer = state.withLock { admit(Waiter(number: number, address: address, turn: turn), &$0) }
                if let answer { return turn.resume(returning: answer) }
                // Given up before it stood in the queue.
                if Task.isCancelled { giveUp(number) }
            }
        } onCancel: {
            giveUp(number)
        }
        return isSeated ? Seat(self, address) : nil
    }

    /// Questions that are being answered, and those that wait.
    var counts: (running: Int, waiting: Int) { state.withLock { ($0.total, $0.waiting.count) } }

    /// - Returns: whether it has a place; `nil` when it waits.
    private func admit(_ waiter: Waiter, _ state: inout State) -> Bool? {
        if state.hasRoom(for: waiter.address, running) {
            state.seat(waiter.address)
            return true
        }
        // Without a question under way nobody would ever call the next.
        let same = state.waiting.count { $0.address == waiter.address }
        guard state.total > 0, state.waiting.count < waiting.total, same < waiting.perAddress else { return false }
        state.waiting.append(waiter)
        return nil
    }

    private func giveUp(_ number: UInt64) {
        let waiter = state.withLock { state in
            state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiter?.turn.resume(returning: false)
    }

    private func giveBack(_ address: InternetAddress?) {
        let called = state.withLock { state in
            state.total -= 1
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left > 0 ? left : nil
            let next = state.waiting.firstIndex { state.hasRoom(for: $0.address, running) }
            guard let waiter = next.map({ state.waiting.remove(at: $0) }) else { return nil as Waiter? }
            state.seat(waiter.address)
            return waiter
        }
        called?.turn.resume(returning: true)
    }
}
