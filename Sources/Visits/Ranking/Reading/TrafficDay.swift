public import Aero
import Flights

/// What one day of an archive says of traffic: who was heard, where aircraft of each role landed, and where a departure shows a landing
/// that was not heard.
///
/// Places are kept as quarters of a degree: a day takes little room, whatever was heard.
public struct TrafficDay: Sendable {
    struct Cell: Hashable, Sendable {
        let row: Int
        let column: Int

        init(_ place: Position) {
            row = Int(((place.latitude + 90) * 4).rounded(.down))
            column = Int(((place.longitude + 180) * 4).rounded(.down))
        }

        var middle: Position {
            Position(latitude: (Double(row) + 0.5) / 4 - 90, longitude: (Double(column) + 0.5) / 4 - 180) ?? .origin
        }
    }

    struct Landing: Hashable, Sendable {
        let cell: Cell
        let role: AircraftRole
    }

    public let day: Range<Timestamp>
    private(set) var aircraft: [AircraftRole: Set<AircraftAddress>] = [:]
    private(set) var landings: [Landing: Int] = [:]
    /// Landings that must have been, by departures, and were not heard.
    private(set) var missed: [Cell: Int] = [:]

    public init(_ day: Range<Timestamp>) { self.day = day }

    /// Whether anybody was heard.
    public var isEmpty: Bool { aircraft.isEmpty }

    /// Takes an aircraft's stretches of the day and of some time before it.
    public mutating func take(_ stretches: [HeardStretch], of address: AircraftAddress, role: AircraftRole) {
        guard stretches.contains(where: { day.contains($0.last.time) }) else { return }
        aircraft[role, default: []].insert(address)
        for (number, stretch) in stretches.enumerated() {
            if stretch.isSinking, day.contains(stretch.last.time), stretch.last.usualRadius.rawValue < 100_000 {
                landings[Landing(cell: Cell(stretch.last.disc.centre), role: role), default: 0] += 1
            }
            guard stretch.isRising, number > 0, day.contains(stretch.first.time) else { continue }
            let before = stretches[number - 1]
            let isHeard = before.isSinking && Self.areNear(before.last, stretch.first)
            if !isHeard { missed[Cell(stretch.first.disc.centre), default: 0] += 1 }
        }
    }

    /// Whether two ends may be of one field: as a landing is taken to be near, by the height still to lose.
    private static func areNear(_ one: HeardEnd, _ other: HeardEnd) -> Bool {
        let slack = [one, other].reduce(0) { $0 + $1.usualRadius.rawValue + 20 * $1.heightMetres }
        return Geodesy.distance(one.disc.centre, other.disc.centre).rawValue <= 30_000 + slack
    }
}
