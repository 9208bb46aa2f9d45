import Aero
import Flights
import Foundation

/// Where receivers stood, and since when, by the archive's numbers: `DATA/coverage/places.jsonl`.
///
/// A row that was heard before a place was written is not judged by it: the antenna may have stood elsewhere.
struct PlaceRecord: Sendable {
    /// Since then a receiver stands there; nowhere that is known, where there is no place.
    struct Line: Codable, Sendable {
        let receiver: UInt32
        /// Milliseconds since 1970.
        let since: Int64
        let latitude: Double?
        let longitude: Double?
        /// Metres above the sea.
        let antenna: Double?

        var place: Flights.ReceiverPlace? {
            guard let latitude, let longitude, let position = Position(latitude: latitude, longitude: longitude),
                let antenna, (-500...9_000).contains(antenna)
            else { return nil }
            return Flights.ReceiverPlace(position: position, antenna: Metres(antenna))
        }
    }

    /// By receiver, in the order of time.
    private var lines: [UInt32: [Line]] = [:]

    static func file(dataFolder: String) -> PrivateJSONLines<Line> {
        PrivateJSONLines(path: "\(dataFolder)/coverage/places.jsonl", largest: 8 << 20)
    }

    init(_ lines: [Line] = []) { take(lines) }

    /// Where a receiver stood at a time; `nil` where that is not known.
    func place(ofReceiver number: UInt32, at time: Timestamp) -> Flights.ReceiverPlace? {
        lines[number]?.last { $0.since <= time.milliseconds }?.place
    }

    /// What is to be written down when receivers stand so from now on.
    func changes(to places: ListenerPlaces, at now: Timestamp) -> [Line] {
        let known = Set(lines.keys).union(places.numbers)
        return known.sorted().compactMap { number in
            let place = places[number]
            guard lines[number]?.last?.place != place else { return nil }
            return Line(
                receiver: number,
                since: now.milliseconds,
                latitude: place?.position.latitude,
                longitude: place?.position.longitude,
                antenna: place?.antenna.rawValue
            )
        }
    }

    mutating func take(_ more: [Line]) {
        for line in more { lines[line.receiver, default: []].append(line) }
        for line in more { lines[line.receiver]?.sort { $0.since < $1.since } }
    }
}
