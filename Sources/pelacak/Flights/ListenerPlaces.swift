import Aero
import Flights

/// Where the receivers of the configuration stand, by the archive's numbers.
///
/// Only what the operator said of a source itself: a feed without a place may be of anybody, and the place of the site's own receiver is
/// that of a source only where there is no other.
struct ListenerPlaces: Sendable {
    private var places: [UInt32: Flights.ReceiverPlace] = [:]

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
            guard case .listen = source.kind else { continue }
            for feeder in feeders {
                guard let place = feeder.place else { continue }
                places[numbers.number(ReceiverName(source: name, feeder: feeder.name), nil)] = Self.place(place)
            }
        }
    }

    init() {}

    subscript(_ number: UInt32) -> Flights.ReceiverPlace? { places[number] }

    /// Two of them are independent only where both are here and stand apart.
    var roster: ListenerRoster {
        var roster = ListenerRoster()
        for (number, place) in places {
            guard let listener = Listener(number: number, kind: .feed) else { continue }
            roster.set([Self.spot(place.position)], of: listener)
        }
        return roster
    }

    /// One number for all places within about a kilometre: there it may be the same receiver twice.
    private static func spot(_ place: Position) -> UInt64 {
        let north = UInt64(((place.latitude + 90) * 100).rounded())
        let east = UInt64(((place.longitude + 180) * 100).rounded())
        return north << 32 | east
    }

    private static func place(_ place: ReceiverPlace) -> Flights.ReceiverPlace {
        Flights.ReceiverPlace(position: place.position, antenna: place.height ?? 0)
    }
}
