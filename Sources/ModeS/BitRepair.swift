/// How far a frame that fails its parity may be repaired. Only DF11, DF17 and DF18 are, and never in their first five bits.
public enum BitRepair: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// Any one bit.
    case one
    /// One bit, or two when the repaired address was heard clean at least twice in the last 60 s.
    case two
    /// As `two`, or up to three among the weakest bits under the same condition. Without samples nobody knows the weak bits: then as `two`.
    case soft
}
