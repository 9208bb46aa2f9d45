import Aero
import Synchronization
import Watch

@testable import Outlets

/// Deliveries in memory, by the rules of the kept ones: order in a lane, digests.
final class FakeQueue: DeliveryQueue {
    struct Entry {
        var delivery: Delivery
        var lane: String
        var alert: AlertRecord?
        var state = DeliveryState.waiting
        var digest: Int64?
    }

    private let state = Mutex<[Entry]>([])

    var entries: [Entry] { state.withLock { $0 } }
    var isDone: Bool { entries.allSatisfy { $0.state != .waiting && $0.state != .joined } }

    func add(_ alert: AlertRecord, _ outlet: Outlet) {
        let draft = outlet.draft(of: alert)
        state.withLock { entries in
            let delivery = Delivery(
                number: Int64(entries.count + 1),
                outlet: outlet.name,
                key: alert.id,
                payload: draft.payload,
                made: alert.made,
                tries: 0,
                refusals: 0,
                due: alert.made
            )
            entries.append(Entry(delivery: delivery, lane: draft.lane, alert: alert))
        }
    }

    private static func isFirst(_ entry: Entry, _ entries: [Entry]) -> Bool {
        !entries.contains {
            $0.lane == entry.lane && $0.delivery.number < entry.delivery.number
                && ($0.state == .waiting || $0.state == .joined)
        }
    }

    func ready(_ outlet: String, now: Timestamp, limit: Int) async -> [Delivery] {
        state.withLock { entries in
            entries.filter { $0.state == .waiting && $0.delivery.due <= now && Self.isFirst($0, entries) }
                .map(\.delivery).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        }
    }

    func nextDue(_ outlet: String) async -> Timestamp? {
        state.withLock { entries in
            entries.filter { $0.state == .waiting && Self.isFirst($0, entries) }.map(\.delivery.due).min()
        }
    }

    func settle(_ number: Int64, _ settlement: DeliverySettlement, now: Timestamp) async {
        state.withLock { entries in
            for index in entries.indices
            where entries[index].delivery.number == number || entries[index].digest == number {
                let old = entries[index].delivery
                switch settlement {
                case .delivered: entries[index].state = .delivered
                case .dead: entries[index].state = .dead
                case .later(let due, _, let wasRefused) where old.number == number:
                    entries[index].delivery = Delivery(
                        number: number,
                        outlet: old.outlet,
                        key: old.key,
                        payload: old.payload,
                        made: old.made,
                        tries: old.tries + 1,
                        refusals: old.refusals + (wasRefused ? 1 : 0),
                        due: due
                    )
                case .later: break
                }
            }
        }
    }

    func untried(_ outlet: String, now: Timestamp, limit: Int) async -> [(number: Int64, alert: AlertRecord)] {
        state.withLock { entries in
            entries.compactMap { entry in
                guard entry.state == .waiting, entry.delivery.tries == 0, let alert = entry.alert else { return nil }
                let isHeld = entries.contains {
                    $0.lane == entry.lane && $0.delivery.number < entry.delivery.number
                        && ($0.state == .joined || $0.state == .waiting && $0.delivery.tries > 0)
                }
                return isHeld ? nil : (entry.delivery.number, alert)
            }
        }
    }

    func join(_ numbers: [Int64], outlet: String, key: String, payload: [UInt8], now: Timestamp) async {
        state.withLock { entries in
            let number = Int64(entries.count + 1)
            let delivery = Delivery(
                number: number,
                outlet: outlet,
                key: key,
                payload: payload,
                made: now,
                tries: 0,
                refusals: 0,
                due: now
            )
            entries.append(Entry(delivery: delivery, lane: "digest \(key)", alert: nil))
            for index in entries.indices where numbers.contains(entries[index].delivery.number) {
                entries[index].state = .joined
                entries[index].digest = number
            }
        }
    }
}
