import Store
import Synchronization
import Tracking

extension RawRerun {
    /// A new table that knows the receivers of a roster.
    ///
    /// - Parameter numbers: the archive's numbers of receivers behind a feed.
    init(_ roster: ReceiverRoster, _ numbers: ArchiveNumbers) {
        let feeds = roster.feeds
        let names = Dictionary(roster.entries.map { ($0.feed, $0) }) { one, _ in one }
        let book = NumberBook(numbers)
        self.init(
            table: TrackTable(configuration: roster.configuration),
            feed: { feeds[$0] ?? FeedID(rawValue: .max) },
            number: { feed, number in book.number(names[feed], number) }
        )
    }
}

/// The archive's numbers for a replay, which asks again and again.
private final class NumberBook: Sendable {
    private struct Receiver: Hashable {
        var feed: UInt32
        var number: UInt64?
    }

    private struct State {
        var numbers: ArchiveNumbers
        var known: [Receiver: UInt32] = [:]
    }

    private let state: Mutex<State>

    init(_ numbers: ArchiveNumbers) { state = Mutex(State(numbers: numbers)) }

    func number(_ entry: ReceiverRoster.Entry?, _ number: UInt64?) -> UInt32 {
        guard let entry else { return 1 }
        guard number != nil, let name = entry.name else { return entry.number }
        return state.withLock { state in
            let receiver = Receiver(feed: entry.number, number: number)
            if let known = state.known[receiver] { return known }
            let found = state.numbers.number(name, number)
            // Feeds can name as many as they like.
            if state.known.count >= 65_536 { state.known.removeAll() }
            state.known[receiver] = found
            return found
        }
    }
}
