public import Aero
public import ModeS

/// Puts what several receivers deliver into the order in which it was received, as far as a bound of lateness allows.
///
/// What comes within the bound comes out in one order, whatever the order of arrival: by time, then feed, receiver and bits. A frame that
/// comes later than that comes out at once, and is counted.
public struct ReceptionOrder: Sendable {
    public struct Entry: Sendable {
        public let received: ReceivedFrame
        public let feed: FeedID
        fileprivate let number: UInt64

        fileprivate static func < (left: Entry, right: Entry) -> Bool {
            let (one, other) = (left.received, right.received)
            if one.time != other.time { return one.time < other.time }
            if left.feed != right.feed { return left.feed.rawValue < right.feed.rawValue }
            if one.receiver != other.receiver { return (one.receiver ?? 0) < (other.receiver ?? 0) }
            if one.frame != other.frame { return (one.frame.high, one.frame.low) < (other.frame.high, other.frame.low) }
            return left.number < right.number
        }
    }

    /// How late a frame may come.
    public let seconds: Double
    /// Frames that came later, so that they came out behind newer ones.
    public private(set) var late = 0
    /// A heap: the earliest first.
    private var heap: [Entry] = []
    private var released = Timestamp(nanoseconds: .min)
    private var count: UInt64 = 0
    private let capacity: Int

    /// - Parameter capacity: frames held; beyond, the earliest come out before their time.
    public init(seconds: Double, capacity: Int = 1 << 18) {
        self.seconds = seconds
        self.capacity = capacity
    }

    /// How many frames wait.
    public var waiting: Int { heap.count }

    public mutating func add(_ received: ReceivedFrame, from feed: FeedID) {
        if received.time < released { late += 1 }
        count += 1
        heap.append(Entry(received: received, feed: feed, number: count))
        rise(heap.count - 1)
    }

    /// The next frame that has waited long enough; `nil` if none has.
    ///
    /// - Parameter time: now, as the frames' times count.
    public mutating func next(at time: Timestamp) -> Entry? {
        let limit = time.advanced(bySeconds: -seconds)
        guard let first = heap.first, first.received.time <= limit || heap.count > capacity else { return nil }
        return take()
    }

    /// The next frame, whether it has waited or not: at the end.
    public mutating func next() -> Entry? { heap.isEmpty ? nil : take() }

    private mutating func take() -> Entry {
        let first = heap[0]
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        released = max(released, first.received.time)
        return first
    }

    private mutating func rise(_ start: Int) {
        var index = start
        while index > 0, heap[index] < heap[(index - 1) / 2] {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func sink() {
        var index = 0
        while true {
            var child = 2 * index + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
            guard heap[child] < heap[index] else { return }
            heap.swapAt(index, child)
            index = child
        }
    }
}
