import Aero

/// Which aircraft have their last position in which cell of one degree: members of a row of cells stand side by side.
struct PositionCells: Sendable {
    private static let columns = 360
    private static let rows = 180

    /// Where each cell's members begin in `members`; one more at the end.
    private var starts: [Int32]
    private var members: [Int32]

    /// - Parameter positions: of each aircraft in its order.
    init(_ positions: [Position?]) {
        var counts = [Int32](repeating: 0, count: Self.rows * Self.columns + 1)
        var cells: [Int32] = []
        cells.reserveCapacity(positions.count)
        for position in positions {
            let cell = position.map { Self.row($0.latitude) * Self.columns + Self.column($0.longitude) } ?? -1
            cells.append(Int32(cell))
            if cell >= 0 { counts[cell + 1] += 1 }
        }
        for cell in 1..<counts.count { counts[cell] += counts[cell - 1] }
        members = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
        starts = counts
        for (index, cell) in cells.enumerated() where cell >= 0 {
            members[Int(counts[Int(cell)])] = Int32(index)
            counts[Int(cell)] += 1
        }
    }

    /// Calls with each aircraft whose cell touches the box.
    func forEach(near box: Box, _ body: (Int) -> Void) {
        for row in Self.row(box.south)...Self.row(box.north) {
            for columns in Self.columns(of: box) {
                let first = row * Self.columns + columns.lowerBound
                let last = row * Self.columns + columns.upperBound
                for place in Int(starts[first])..<Int(starts[last + 1]) { body(Int(members[place])) }
            }
        }
    }

    private static func columns(of box: Box) -> [ClosedRange<Int>] {
        let (west, east) = (column(box.west), column(box.east))
        // The 180th meridian as an eastern edge lies in the first column.
        if box.west <= box.east { return box.east == 180 && west > 0 ? [west...east, 0...0] : [west...east] }
        // Where both ends lie in one column it is asked once.
        return west > east ? [west...359, 0...east] : [0...359]
    }

    private static func row(_ latitude: Double) -> Int { Int(max(0, min(179, (latitude + 90).rounded(.down)))) }
    private static func column(_ longitude: Double) -> Int { Int(max(0, min(359, (longitude + 180).rounded(.down)))) }
}
