public import Aero

/// What was said of a silence, and when.
public struct GapLabel: Hashable, Sendable {
    public let gapClass: GapClass
    /// P(off) is at least this.
    public let offAtLeast: Double
    public let judgedAt: Timestamp

    public init(gapClass: GapClass, offAtLeast: Double, judgedAt: Timestamp) {
        self.gapClass = gapClass
        self.offAtLeast = offAtLeast
        self.judgedAt = judgedAt
    }
}
