import Aero

/// A part of the globe between two parallels and two meridians, edges included.
struct Box: Hashable, Sendable {
    /// Degrees north, `south` not above `north`.
    let south: Double
    let north: Double
    /// Degrees east, -180 … 180; greater than `east` where the box crosses the 180th meridian.
    let west: Double
    let east: Double

    static let world = Box(checkedSouth: -90, north: 90, west: -180, east: 180)

    /// A box by its edges in degrees. Longitudes beyond half a turn are brought back; edges a turn or more apart mean all longitudes.
    ///
    /// - Returns: `nil` if an edge is not finite, a parallel lies beyond a pole, a longitude beyond a whole turn, or south above north.
    init?(south: Double, north: Double, west: Double, east: Double) {
        guard (-90...90).contains(south), (-90...90).contains(north), south <= north,
            (-360...360).contains(west), (-360...360).contains(east)
        else { return nil }
        guard east - west < 360 else {
            self.init(checkedSouth: south, north: north, west: -180, east: 180)
            return
        }
        self.init(checkedSouth: south, north: north, west: Box.halfTurn(west), east: Box.halfTurn(east))
    }

    private init(checkedSouth south: Double, north: Double, west: Double, east: Double) {
        self.south = south
        self.north = north
        self.west = west
        self.east = east
    }

    /// Whether a place lies inside or on an edge.
    func contains(_ position: Position) -> Bool {
        guard position.latitude >= south, position.latitude <= north else { return false }
        let longitude = position.longitude
        guard west <= east else { return longitude >= west || longitude <= east }
        // A place on the 180th meridian is written -180.
        return (longitude >= west && longitude <= east) || (east == 180 && longitude == -180)
    }

    /// Both names of the 180th meridian stay as they are: as a western edge it is one, as an eastern edge the other.
    private static func halfTurn(_ longitude: Double) -> Double {
        (-180...180).contains(longitude) ? longitude : Position.wrapped(longitude)
    }
}
