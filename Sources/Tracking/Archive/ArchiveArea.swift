public import Aero

/// A box of latitudes and longitudes; `west > east` crosses the 180th meridian.
public struct ArchiveArea: Hashable, Sendable {
    public let south: Double, west: Double, north: Double, east: Double

    /// - Returns: `nil` for what is no box: south above north, or out of range.
    public init?(south: Double, west: Double, north: Double, east: Double) {
        guard (-90...90).contains(south), (-90...90).contains(north), south <= north, (-180...180).contains(west),
            (-180...180).contains(east)
        else { return nil }
        self.south = south
        self.west = west
        self.north = north
        self.east = east
    }

    public func contains(_ position: Position) -> Bool {
        guard (south...north).contains(position.latitude) else { return false }
        let longitude = position.longitude
        // The 180th meridian is -180 in every position: a box that ends on it holds it all the same.
        if east == 180, longitude == -180 { return true }
        return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }
}
