import Aero

/// The airports of scenarios of announced visits, the largest first.
enum VisitAirportTable {
    static let all: [VisitAirport] = text.split(separator: "\n").compactMap { line in
        let cells = line.split(separator: "|")
        guard cells.count == 5, let latitude = Double(cells[1]), let longitude = Double(cells[2]),
            let size = Double(cells[4]), let position = Position(latitude: latitude, longitude: longitude)
        else { return nil }
        return VisitAirport(
            code: String(cells[0]),
            state: String(cells[3]),
            position: position,
            size: size,
            vector: UnitVector(position)
        )
    }
}
