/// Which counts of a coverage a judge of some silences can look at.
struct CoverageView {
    /// Half degrees in which a listener's area is asked about.
    private(set) var looked: Set<UInt32> = []
    /// A half degree and a height, of which all hours count.
    private var airs: Set<UInt64> = []
    /// Half degrees in which it counts who was ever heard, at any height.
    private var reached: Set<UInt32> = []
    private var corners: [UInt32: CoverageCell] = [:]

    /// A cell of a path: with the cells beside it and the heights above and below (`LookBook`).
    mutating func note(crossing cell: CoverageCell) {
        for band in AltitudeBand.allCases where band.rawValue + 1 >= cell.band.rawValue {
            airs.insert(Self.air(cell.ground, band))
        }
        look(at: cell)
        // Who reaches a cell was heard in it or beside, so who reaches those beside was up to two cells away.
        for beside in cell.neighbours {
            airs.insert(Self.air(beside.ground, beside.band))
            reached.formUnion(beside.surroundings)
        }
    }

    /// A cell of one of the aircraft's own passes: who else is heard in it, and who missed it there (`HearingAbility`).
    mutating func note(pass cell: CoverageCell) {
        airs.insert(Self.air(cell.ground, cell.band))
        look(at: cell)
    }

    private mutating func look(at cell: CoverageCell) {
        looked.insert(cell.ground)
        corners[cell.ground] = cell
        reached.formUnion(cell.surroundings)
    }

    /// Whether a half degree that is looked at lies in an area.
    func isCovered(_ ground: UInt32, by area: PolledArea) -> Bool { corners[ground].map(area.covers) ?? false }

    /// Those counts; where only whom a listener was ever heard to reach is looked at, one count of each half degree, the one of the least key.
    func counts(of grid: CoverageGrid, kinds: Set<TransponderKind>) -> [CoverageKey: CellCount] {
        var kept: [CoverageKey: CellCount] = [:]
        var least: [UInt64: CoverageKey] = [:]
        var known: Set<UInt64> = []
        for (key, count) in grid.counts {
            guard let cell = key.cell else { continue }
            let place = UInt64(key.listener) << 32 | UInt64(cell.ground)
            if kinds.contains(key.kind), airs.contains(Self.air(cell.ground, cell.band)) {
                kept[key] = count
                if count.heard > 0 { known.insert(place) }
            } else if count.heard > 0, reached.contains(cell.ground),
                key.rawValue < least[place]?.rawValue ?? .max
            {
                least[place] = key
            }
        }
        for (place, key) in least where !known.contains(place) { kept[key] = grid.counts[key] }
        return kept
    }

    private static func air(_ ground: UInt32, _ band: AltitudeBand) -> UInt64 {
        UInt64(ground) << 8 | UInt64(band.rawValue)
    }
}
