import Aero
import Synchronization

/// Counts the streams that are open, in all and by address.
final class LiveSeats: Sendable {
    /// A place in the count; given back when it is let go, however the stream ended.
    final class Seat: Sendable {
        private let seats: LiveSeats
        private let address: InternetAddress?

        fileprivate init(_ seats: LiveSeats, _ address: InternetAddress?) {
            self.seats = seats
            self.address = address
        }

        deinit { seats.giveBack(address) }
    }

    private struct Taken {
        var total = 0
        var byAddress: [InternetAddress?: Int] = [:]
    }

    private let taken = Mutex(Taken())
    private let total: Int
    private let perAddress: Int

    init(total: Int, perAddress: Int) {
        self.total = total
        self.perAddress = perAddress
    }

    /// - Returns: `nil` when there are too many.
    func take(for address: InternetAddress?) -> Seat? {
        let isFree = taken.withLock { taken in
            guard taken.total < total, taken.byAddress[address, default: 0] < perAddress else { return false }
            taken.total += 1
            taken.byAddress[address, default: 0] += 1
            return true
        }
        return isFree ? Seat(self, address) : nil
    }

    var count: Int { taken.withLock { $0.total } }

    private func giveBack(_ address: InternetAddress?) {
        taken.withLock { taken in
            taken.total -= 1
            let left = taken.byAddress[address, default: 1] - 1
            taken.byAddress[address] = left > 0 ? left : nil
        }
    }
}
