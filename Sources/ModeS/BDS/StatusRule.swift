/// Status bits, each with the value right behind it: where a status bit is 0, its value is 0.
///
/// - Source: ICAO Doc 9871, A.2.2.1.
struct StatusRule {
    private var statuses: UInt64 = 0
    private var values: UInt64 = 0

    /// The rule with one more value, which reaches from behind its status bit to `last`.
    @inline(__always)
    func value(_ status: Int, _ last: Int) -> StatusRule {
        var rule = self
        rule.statuses |= Field56.mask(status, status)
        rule.values |= Field56.mask(status + 1, last)
        return rule
    }

    /// Whether a field keeps the rule, for all values at once.
    ///
    /// Adding ones to a value that is not zero carries into its status bit, and no further, for that bit is masked out.
    @inline(__always)
    func isKept(by mb: Field56) -> Bool {
        let carried = (mb.rawValue & values) &+ values
        return carried & statuses & ~mb.rawValue == 0
    }

    /// How many values are there.
    @inline(__always)
    func count(in mb: Field56) -> Int { (mb.rawValue & statuses).nonzeroBitCount }
}
