public import Aero

/// A piece of the air at a part of the day: half a degree by half a degree, one altitude band, six hours.
public struct CoverageCell: Hashable, Sendable {
    /// Half degrees from the south pole, 0 ..< 360.
    public let row: Int
    /// Half degrees east of the 180th meridian, 0 ..< 720.
    public let column: Int
    public let band: AltitudeBand
    /// Six hours each, UTC: 0 is 00:00 ..< 06:00.
    public let block: Int

    public static let degrees: Degrees = 0.5
    static let rows = 360
    static let columns = 720
    static let blocks = 4
    private static let blockNanoseconds: Int64 = 6 * 3_600_000_000_000
    private static let dayNanoseconds: Int64 = 86_400_000_000_000

    public init(_ position: Position, altitude: Feet, at time: Timestamp) {
        row = min(Self.rows - 1, Int((position.latitude + 90) * 2))
        column = min(Self.columns - 1, Int((position.longitude + 180) * 2))
        band = AltitudeBand(of: altitude)
        let intoDay = time.nanoseconds % Self.dayNanoseconds
        block = Int((intoDay < 0 ? intoDay + Self.dayNanoseconds : intoDay) / Self.blockNanoseconds)
    }

    /// - Returns: `nil` for a place that is not on the grid.
    public init?(row: Int, column: Int, band: UInt8, block: Int) {
        guard (0..<Self.rows).contains(row), (0..<Self.columns).contains(column), (0..<Self.blocks).contains(block),
            let band = AltitudeBand(rawValue: band)
        else { return nil }
        self.row = row
        self.column = column
        self.band = band
        self.block = block
    }

    /// The south-western corner.
    public var corner: Position? {
        Position(latitude: Double(row) / 2 - 90, longitude: Double(column) / 2 - 180)
    }

    /// The same place and time of day in another band, or the same air in another part of the day.
    func with(band: AltitudeBand? = nil, block: Int? = nil) -> CoverageCell {
        CoverageCell(row: row, column: column, band: (band ?? self.band).rawValue, block: block ?? self.block) ?? self
    }

    /// Whether both are of one band above the same half degree, whatever the hour.
    func isSameAir(as other: CoverageCell) -> Bool { isSameGround(as: other) && band == other.band }

    /// Whether both lie above the same half degree.
    func isSameGround(as other: CoverageCell) -> Bool { row == other.row && column == other.column }

    /// A number of the half degree alone.
    var ground: UInt32 { UInt32(row * Self.columns + column) }

    /// The eight cells around it, of the same height and hours; beyond a pole there are none.
    var neighbours: [CoverageCell] {
        var found: [CoverageCell] = []
        for south in -1...1 {
            for east in -1...1 where south != 0 || east != 0 {
                let around = (column + east + Self.columns) % Self.columns
                let one = CoverageCell(row: row + south, column: around, band: band.rawValue, block: block)
                if let one { found.append(one) }
            }
        }
        return found
    }

    /// The half degrees around and itself; beyond a pole there is none.
    var surroundings: [UInt32] { Self.surroundings(row: row, column: column) }

    /// Likewise of a half degree by its number.
    static func surroundings(of ground: UInt32) -> [UInt32] {
        surroundings(row: Int(ground) / columns, column: Int(ground) % columns)
    }

    private static func surroundings(row: Int, column: Int) -> [UInt32] {
        var found: [UInt32] = []
        for south in -1...1 where (0..<rows).contains(row + south) {
            for east in -1...1 {
                let around = (column + east + columns) % columns
                found.append(UInt32((row + south) * columns + around))
            }
        }
        return found
    }
}
