public import Aero

/// Of which part of the world a provider is asked.
public enum PolledArea: Hashable, Sendable {
    case everywhere
    case circle(Position, Metres)
    /// Degrees; west is less than east.
    case box(south: Double, west: Double, north: Double, east: Double)
    /// The half degrees that lie in it, of those that are looked at: where the area itself is not told.
    case halfDegrees(Set<UInt32>)

    /// Whether all of a cell's ground lies in it: at the rim a silence may be a way out of it.
    func covers(_ cell: CoverageCell) -> Bool {
        guard let corner = cell.corner else { return false }
        let size = CoverageCell.degrees.rawValue
        let (south, west) = (corner.latitude, corner.longitude)
        switch self {
        case .everywhere: return true
        case .halfDegrees(let covered): return covered.contains(cell.ground)
        case .box(let least, let left, let most, let right):
            return least <= south && south + size <= most && left <= west && west + size <= right
        case .circle(let centre, let radius):
            return [south, min(90, south + size)].allSatisfy { latitude in
                [west, west + size].allSatisfy { longitude in
                    Position(latitude: latitude, longitude: Position.wrapped(longitude)).map {
                        Geodesy.distance(centre, $0) <= radius
                    } ?? false
                }
            }
        }
    }
}
