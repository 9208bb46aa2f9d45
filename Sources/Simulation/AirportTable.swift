import Aero

/// The airports the synthetic sky flies between.
enum AirportTable {
    /// All airports, in the order of their codes.
    static let all: [SimulatedAirport] = parse()

    /// An airport by its code.
    static func airport(_ code: String) -> SimulatedAirport? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].code < code { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].code == code ? all[low] : nil
    }

    private static func parse() -> [SimulatedAirport] {
        var result: [SimulatedAirport] = []
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 8, let latitude = Double(cells[1]), let longitude = Double(cells[2]),
                let place = Position(latitude: latitude, longitude: longitude), let elevation = Double(cells[3]),
                let direction = Double(cells[4]), let length = Double(cells[5])
            else { continue }
            result.append(
                SimulatedAirport(
                    index: result.count,
                    code: String(cells[0]),
                    state: String(cells[6]),
                    place: place,
                    vector: UnitVector(place),
                    elevation: elevation,
                    runwayDirection: direction,
                    runwayLength: length
                )
            )
        }
        return result
    }
}
