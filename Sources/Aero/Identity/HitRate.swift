/// How often a rule gave the address that a list has.
public struct HitRate: Hashable, Sendable {
    /// Rows in which it did, and rows it was tried on; `nil` where only the share is handed down.
    public let counts: Counts?
    /// 0 … 1. Of several rules measured together, that of the worst.
    public let share: Double

    public struct Counts: Hashable, Sendable {
        public let right: Int
        public let of: Int
    }

    /// - Parameter total: at least 1.
    init(right: Int, of total: Int) {
        precondition(total > 0, "a rate of nothing is no rate")
        counts = Counts(right: right, of: total)
        share = Double(right) / Double(total)
    }

    init(share: Double) {
        counts = nil
        self.share = share
    }
}
