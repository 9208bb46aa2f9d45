import Aero

/// The receivers of a table, each with a small number and its clock.
///
/// A feed is a receiver, and each number it gives (Beast `e3`) is one more. These are claims: a feed has a bounded number of them, and
/// those beyond count as the feed itself.
struct ReceiverRegister: Sendable {
    struct Receiver: Sendable {
        let feed: FeedID
        let name: UInt64?
        var clock = ReceiverClock()
    }

    private struct Key: Hashable, Sendable {
        var feed: FeedID
        var name: UInt64?
    }

    private(set) var receivers: [Receiver] = []
    private var numbers: [Key: ReceiverNumber] = [:]
    private var namesOfFeed: [FeedID: Int] = [:]
    private var free: [ReceiverNumber] = []
    /// Frames come in batches: the next is mostly of the same receiver.
    private var last: (key: Key, number: ReceiverNumber)?

    private static let capacity = 32_768
    private static let namesPerFeed = 1_024

    /// Whether there is more than one receiver, so that there can be copies.
    var isShared: Bool { numbers.count > 1 }

    subscript(_ number: ReceiverNumber) -> Receiver {
        get { receivers[Int(number.rawValue)] }
        set { receivers[Int(number.rawValue)] = newValue }
    }

    /// The number of a receiver, a new one if need be.
    @inline(__always)
    mutating func number(_ feed: FeedID, _ name: UInt64?) -> ReceiverNumber {
        if let last, last.key.feed == feed, last.key.name == name { return last.number }
        return look(Key(feed: feed, name: name))
    }

    private mutating func look(_ key: Key) -> ReceiverNumber {
        if let known = numbers[key] {
            last = (key, known)
            return known
        }
        if key.name != nil {
            let isFull = numbers.count >= Self.capacity
            guard !isFull, namesOfFeed[key.feed, default: 0] < Self.namesPerFeed else { return number(key.feed, nil) }
            namesOfFeed[key.feed, default: 0] += 1
        }
        let number = add(key)
        numbers[key] = number
        last = (key, number)
        return number
    }

    private mutating func add(_ key: Key) -> ReceiverNumber {
        let receiver = Receiver(feed: key.feed, name: key.name)
        if let number = free.popLast() {
            self[number] = receiver
            return number
        }
        receivers.append(receiver)
        return ReceiverNumber(rawValue: UInt16(clamping: receivers.count - 1))
    }

    /// Forgets the receivers of feeds that are gone.
    mutating func forget(_ feeds: Set<FeedID>) {
        for (key, number) in numbers where feeds.contains(key.feed) {
            numbers[key] = nil
            free.append(number)
        }
        for feed in feeds { namesOfFeed[feed] = nil }
        // The order of a dictionary differs from run to run; numbers given again must not.
        free.sort { $0.rawValue > $1.rawValue }
        last = nil
    }

    // MARK: - Clocks

    /// An instant of a receiver's clock, set right against the others.
    @inline(__always)
    func corrected(_ time: Timestamp, of number: ReceiverNumber) -> Timestamp {
        let offset = receivers[Int(number.rawValue)].clock.offset
        return offset == 0 ? time : Timestamp(nanoseconds: time.nanoseconds &- offset)
    }

    /// Notes how far a copy's time lies from that of the first, both set right as far as was known.
    ///
    /// The clock of a receiver that is better (GNSS) or was there before stays; the other is moved.
    mutating func noteCopy(
        of first: ReceiverNumber,
        isExact firstIsExact: Bool,
        by second: ReceiverNumber,
        isExact: Bool,
        apart nanoseconds: Int64
    ) {
        if firstIsExact, isExact { return }
        let movesFirst = isExact != firstIsExact ? isExact : first.rawValue > second.rawValue
        if movesFirst {
            receivers[Int(first.rawValue)].clock.note(error: -nanoseconds)
        } else {
            receivers[Int(second.rawValue)].clock.note(error: nanoseconds)
        }
    }
}
