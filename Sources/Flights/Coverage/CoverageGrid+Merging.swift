extension CoverageGrid {
    /// Adds what another grid learned from other passes. What both learned from the same passes would count twice.
    ///
    /// Counts beyond the capacity are refused, those of the higher keys first.
    /// - Throws: `CoverageMergeError` when the two fade differently.
    public mutating func merge(_ other: CoverageGrid) throws(CoverageMergeError) {
        guard other.halfLifeDays == halfLifeDays else {
            throw .otherHalfLife(days: other.halfLifeDays, expected: halfLifeDays)
        }
        for key in other.counts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let theirs = other.counts[key] else { continue }
            if counts[key] != nil || counts.count < capacity {
                counts[key, default: CellCount()].add(theirs, fading)
            } else {
                refuse()
            }
        }
        rebuildReach()
    }
}
