import Aero

/// The receivers of one track by their places. The first lies in the track itself: where there is one receiver, as at most stations,
/// no message has to look elsewhere in memory.
public struct TrackReceivers: RandomAccessCollection, Sendable {
    private var head: TrackReceiver
    private var rest: [TrackReceiver] = []
    public private(set) var count = 0

    init() {
        head = TrackReceiver(feed: FeedID(rawValue: 0), number: ReceiverNumber(rawValue: 0), at: .init(nanoseconds: 0))
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public internal(set) subscript(_ slot: Int) -> TrackReceiver {
        @inline(__always) get {
            precondition(slot >= 0 && slot < count, "no receiver at that place")
            return slot == 0 ? head : rest[slot - 1]
        }
        @inline(__always) _modify {
            precondition(slot >= 0 && slot < count, "no receiver at that place")
            if slot == 0 { yield &head } else { yield &rest[slot - 1] }
        }
    }

    /// Changes one where it lies.
    @inline(__always)
    mutating func change(_ slot: Int, _ body: (inout TrackReceiver) -> Void) {
        precondition(slot >= 0 && slot < count, "no receiver at that place")
        if slot == 0 { body(&head) } else { body(&rest[slot - 1]) }
    }

    mutating func append(_ receiver: TrackReceiver) {
        if count == 0 { head = receiver } else { rest.append(receiver) }
        count += 1
    }

    mutating func removeLast() {
        if count > 1 { rest.removeLast() }
        count -= 1
    }
}
