/// Which rows of a block are wanted: those of a time, of blocks that have any of that time in a box.
struct RowWindow {
    /// ms.
    let times: Range<Int64>
    /// `nil`: wherever.
    let box: StepBox?

    /// Whether a block is of use, seen by the columns that are read first.
    func holds(_ times: [Int64], _ latitudes: [Int32], _ longitudes: [Int32]) -> Bool {
        guard let box else { return true }
        for index in times.indices where self.times.contains(times[index]) {
            if box.contains(latitude: latitudes[index], longitude: longitudes[index]) { return true }
        }
        return false
    }

    func holds(_ times: [Int64]) -> Bool {
        for time in times where self.times.contains(time) { return true }
        return false
    }
}
