import Aero

/// What differs between two states of a view, both sorted by address.
struct LiveChange {
    struct Move {
        let index: Int32
        let latitude: Int16
        let longitude: Int16
    }

    /// Indices are those of the new rows.
    private(set) var moved: [Move] = []
    private(set) var values: [Int] = []
    private(set) var full: [Int] = []
    private(set) var gone: [UInt32] = []
    /// Nothing but when they were heard.
    private(set) var heard: [Int] = []
    private(set) var strings: [Int] = []

    init(moved: [Move], values: [Int], full: [Int], gone: [UInt32], heard: [Int], strings: [Int]) {
        self.moved = moved
        self.values = values
        self.full = full
        self.gone = gone
        self.heard = heard
        self.strings = strings
    }

    /// - Parameter new: rows whose age is not worth telling get the time that readers believe.
    init(from old: [LiveRow], _ oldStrings: [LiveStrings], to new: inout [LiveRow], _ newStrings: [LiveStrings]) {
        moved.reserveCapacity(new.count)
        var before = 0
        for index in new.indices {
            let row = new[index]
            while before < old.count, old[before].address < row.address {
                gone.append(old[before].address)
                before += 1
            }
            guard before < old.count, old[before].address == row.address else {
                full.append(index)
                strings.append(index)
                continue
            }
            compare(old[before], row, index, &new)
            if oldStrings[before] != newStrings[index] { strings.append(index) }
            before += 1
        }
        while before < old.count {
            gone.append(old[before].address)
            before += 1
        }
    }

    private mutating func compare(_ old: LiveRow, _ row: LiveRow, _ index: Int, _ new: inout [LiveRow]) {
        guard old.hasPosition == row.hasPosition else {
            full.append(index)
            return
        }
        guard row.hasPosition else {
            if abs(row.heard.seconds(since: old.heard)) > LiveFrameEncoder.heardTolerance {
                heard.append(index)
            } else {
                new[index].heard = old.heard
            }
            if !row.hasSameValues(as: old) { values.append(index) }
            return
        }
        if row.latitude == old.latitude, row.longitude == old.longitude {
            if row.heard != old.heard { heard.append(index) }
        } else {
            // Both lie within the globe, so the differences fit; only small ones fit the columns.
            guard let latitude = Int16(exactly: row.latitude - old.latitude),
                let longitude = Int16(exactly: Int64(row.longitude) - Int64(old.longitude))
            else {
                full.append(index)
                return
            }
            moved.append(Move(index: Int32(truncatingIfNeeded: index), latitude: latitude, longitude: longitude))
        }
        if !row.hasSameValues(as: old) { values.append(index) }
    }
}
