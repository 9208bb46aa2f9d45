import Aero

/// Which areas may lie near a place: cells of one degree over the boxes of all areas.
struct AreaGrid: Sendable {
    private var cells: [Int: [Int]] = [:]
    /// Areas of which the whole Earth is asked: they meet a pole or are very wide.
    private var everywhere: [Int] = []

    init(_ areas: [WatchArea]) {
        for (index, area) in areas.enumerated() {
            let box = area.box
            guard let sides = box.sides else {
                everywhere.append(index)
                continue
            }
            for row in Int(box.south.rounded(.down))...Int(box.north.rounded(.down)) {
                let west = Int(sides.west.rounded(.down))
                for column in west...Int((sides.west + sides.width).rounded(.down)) {
                    let cell = Self.cell(row: row, longitude: Position.wrapped(Double(column)))
                    if cells[cell]?.last != index { cells[cell, default: []].append(index) }
                }
            }
        }
    }

    /// Calls `body` with each area whose box is near the place.
    @inline(__always)
    func forEach(near place: Position, _ body: (Int) -> Void) {
        if !cells.isEmpty {
            let row = Int(place.latitude.rounded(.down))
            for area in cells[Self.cell(row: row, longitude: place.longitude)] ?? [] { body(area) }
        }
        for area in everywhere { body(area) }
    }

    private static func cell(row: Int, longitude: Double) -> Int {
        (row + 100) * 400 + Int(longitude.rounded(.down)) + 180
    }
}
