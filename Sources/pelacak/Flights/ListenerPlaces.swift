import Aero
import Feeds
import Flights
import Polling

/// Where the receivers of the configuration stand, by the archive's numbers.
///
/// Only what the operator said of a source itself: a feed without a place may be of anybody, and the place of the site's own receiver is
/// that of a source only where there is no other.
struct ListenerPlaces: Sendable {
    private var places: [UInt32: Flights.ReceiverPlace] = [:]
    /// Two of them are independent only where both are here and stand apart.
    private(set) var roster = ListenerRoster()
    /// Those that hear 978 MHz.
    private(set) var universalAccess: Set<UInt32> = []
    /// Those that are asked for an area. Whose receivers stand behind them is not known: none is independent of another.
    private(set) var areas: [AreaSource] = []

    /// - Parameters:
    ///   - receiver: the site's own.
    ///   - feeders: those that are known by a key.
    init(
        sources: [SourceSpecification],
        receiver: ReceiverPlace?,
        feeders: [FeederSpecification],
        numbers: inout ArchiveNumbers
    ) {
        let heard = sources.filter { !$0.isRecording && $0.polled == nil }
        for source in heard {
            let name = source.shownName
            if let place = source.place ?? (heard.count == 1 ? receiver : nil) {
                places[numbers.number(ReceiverName(source: name), nil)] = Self.place(place)
            }
            if source.hearsUniversalAccess {
                universalAccess.insert(numbers.number(ReceiverName(source: name), nil))
                for feeder in feeders {
                    universalAccess.insert(numbers.number(ReceiverName(source: name, feeder: feeder.name), nil))
                }
            }
            guard case .listen = source.kind else { continue }
            for feeder in feeders {
                guard let place = feeder.place else { continue }
                places[numbers.number(ReceiverName(source: name, feeder: feeder.name), nil)] = Self.place(place)
            }
        }
        areas = sources.compactMap { AreaSource($0, .standard, numbers: &numbers) }
        noteRoster()
    }

    init() {}

    subscript(_ number: UInt32) -> Flights.ReceiverPlace? { places[number] }

    /// Those whose place is known, rising.
    var numbers: [UInt32] { places.keys.sorted() }

    private mutating func noteRoster() {
        for (number, spot) in spots() {
            guard let listener = Listener(number: number, kind: .feed) else { continue }
            roster.set([UInt64(spot)], of: listener)
        }
    }

    /// Within so much of each other it may be one receiver twice.
    private static let apart: Metres = 1_500

    /// One number for all that stand so near to each other, also by way of others: the least of theirs.
    private func spots() -> [UInt32: UInt32] {
        let numbers = numbers
        var spots = Dictionary(numbers.map { ($0, $0) }) { first, _ in first }
        for (index, one) in numbers.enumerated() {
            for other in numbers[..<index] {
                guard let here = places[one], let there = places[other], let mine = spots[one],
                    let theirs = spots[other], mine != theirs,
                    Geodesy.distance(here.position, there.position) <= Self.apart
                else { continue }
                for (number, spot) in spots where spot == max(mine, theirs) { spots[number] = min(mine, theirs) }
            }
        }
        return spots
    }

    private static func place(_ place: ReceiverPlace) -> Flights.ReceiverPlace {
        Flights.ReceiverPlace(position: place.position, antenna: place.height ?? 0)
    }
}

extension SourceSpecification {
    /// Whether all it hands on was heard at 978 MHz.
    fileprivate var hearsUniversalAccess: Bool {
        switch kind {
        case .connect(let format, _), .listen(let format, _): format == .uat
        case .rtlTCP, .file, .simulate, .poll: false
        }
    }
}
