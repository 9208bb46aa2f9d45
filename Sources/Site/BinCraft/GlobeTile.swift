import Aero

/// A tile of three degrees by three, as readsb's globe numbers them.
///
/// The southernmost row begins at 90 S, the westernmost column at 180 W; 1000 is the first number. Row 60 and column 120 hold the pole and
/// the 180th meridian alone.
struct GlobeTile: Hashable, Sendable {
    /// Degrees.
    static let size = 3.0
    private static let columns = 121
    private static let rows = 61
    private static let first = 1000

    /// 1000 ..< 8381.
    let number: Int

    /// The tile of a place.
    init(of position: Position) {
        let row = Int(((position.latitude + 90) / Self.size).rounded(.down))
        let column = Int(((position.longitude + 180) / Self.size).rounded(.down))
        number = max(0, min(Self.rows - 1, row)) * Self.columns + max(0, min(Self.columns - 1, column)) + Self.first
    }

    /// The tile with a number written as in a file's name, four digits; `nil` where there is none.
    init?(digits: some StringProtocol) {
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
            (Self.first..<Self.first + Self.rows * Self.columns).contains(number)
        else { return nil }
        self.number = number
    }

    /// Whole degrees; the northern and eastern edges belong to the next tile, and end at the pole and the 180th meridian.
    var box: Box {
        let row = (number - Self.first) / Self.columns
        let column = (number - Self.first) % Self.columns
        let (south, west) = (Double(row) * Self.size - 90, Double(column) * Self.size - 180)
        return Box(
            south: south,
            north: min(90, south + Self.size),
            west: west,
            east: min(180, west + Self.size)
        ) ?? .world
    }

    /// Which listed aircraft have their last position in the tile, in the order of the picture.
    func indices(in picture: SkyPicture) -> [Int] {
        picture.indices(in: box).filter { index in
            guard let position = picture.position(index) else { return false }
            return GlobeTile(of: position) == self && picture.isListed(index)
        }.sorted()
    }
}
