extension Int {
    /// Adds a count that came out of a database and may be anything; what would be too much is the most there is.
    mutating func addBounded(_ count: Int) {
        let (sum, overflow) = addingReportingOverflow(count)
        self = overflow ? (count < 0 ? .min : .max) : sum
    }
}
