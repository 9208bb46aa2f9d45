import Aero
import Feeds
import Synchronization
import Tracking

/// Who gave something before a restart, as far as the configuration of now tells: what a replay has to know of receivers.
///
/// The raw archive has numbers alone. Whose they are is found by reckoning the numbers of all who may have sent.
struct ReceiverRoster: Sendable {
    /// One who gave something, or the listener it came through.
    struct Entry: Sendable {
        let feed: FeedID
        /// The archive's number.
        let number: UInt32
        /// What it is called; `nil` when it is in the configuration no more.
        var name: ReceiverName?
        var place: Position?
        /// The place is that of its listener.
        var isPlacedBySource = false
        /// The listener it came to without a key.
        var listener: FeedID?
    }

    private(set) var entries: [Entry] = []

    /// Connections of a listener whose numbers are looked for.
    private static let mostConnections: UInt32 = 4_096
    /// Feeds have numbers of 16 bits, and others come.
    private static let capacity = 32_768

    /// - Parameters:
    ///   - heard: the archive's numbers of all who gave something.
    ///   - sources: what runs now.
    ///   - receiver: where the receiver of a source without a place stands.
    ///   - feeders: those that are known by a key.
    init(
        heard: Set<UInt32>,
        sources: [SourceSpecification],
        receiver: ReceiverPlace?,
        feeders: [FeederSpecification],
        numbers: inout ArchiveNumbers
    ) {
        var left = heard
        for source in sources where !source.isRecording && source.polled == nil {
            let name = source.shownName
            let own = numbers.number(ReceiverName(source: name), nil)
            let place = (source.place ?? receiver)?.position
            var children: [(number: UInt32, name: ReceiverName, place: Position?, isStranger: Bool)] = []
            if case .listen = source.kind {
                let names =
                    feeders.map { (ReceiverName(source: name, feeder: $0.name), $0.place, false) }
                    + (1...Self.mostConnections).map { (ReceiverName(source: name, connection: $0), nil, true) }
                for (name, place, isStranger) in names {
                    let number = numbers.number(name, nil)
                    if left.remove(number) != nil { children.append((number, name, place?.position, isStranger)) }
                }
            }
            guard left.remove(own) != nil || !children.isEmpty, entries.count + children.count < Self.capacity else {
                continue
            }
            let listener = nextFeed
            entries.append(Entry(feed: listener, number: own, name: ReceiverName(source: name), place: place))
            for child in children {
                entries.append(
                    Entry(
                        feed: nextFeed,
                        number: child.number,
                        name: child.name,
                        place: child.place ?? place,
                        isPlacedBySource: child.place == nil && place != nil,
                        listener: child.isStranger ? listener : nil
                    )
                )
            }
        }
        for number in left.sorted().prefix(Self.capacity - min(Self.capacity, entries.count)) {
            entries.append(Entry(feed: nextFeed, number: number))
        }
    }

    private var nextFeed: FeedID { FeedID(rawValue: UInt16(entries.count + 1)) }

    /// How a table is set up that is given what they sent.
    var configuration: TrackTable.Configuration {
        var configuration = TrackTable.Configuration()
        configuration.expectsCopies = entries.count > 1
        for entry in entries {
            configuration.receivers[entry.feed] = entry.place
            if entry.isPlacedBySource { configuration.placedBySource.insert(entry.feed) }
            if let listener = entry.listener { configuration.strangers[entry.feed] = listener }
        }
        return configuration
    }

    var feeds: [UInt32: FeedID] { Dictionary(entries.map { ($0.number, $0.feed) }) { one, _ in one } }
}
