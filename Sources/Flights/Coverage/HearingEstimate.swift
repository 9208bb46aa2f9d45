public import Aero

/// How often aircraft that are known to have crossed a cell were heard there by one listener.
public struct HearingEstimate: Hashable, Sendable {
    /// Passes heard and not heard, older ones counting less.
    public let heard: Double
    public let missed: Double
    /// When somebody was last heard in the cell, to the hour.
    public let lastHeard: Timestamp?
    /// The cell's own hours had too few passes, and those of the whole day were taken.
    public let isOfWholeDay: Bool

    init(heard: Double, missed: Double, lastHeard: Timestamp?, isOfWholeDay: Bool = false) {
        self.heard = heard
        self.missed = missed
        self.lastHeard = lastHeard
        self.isOfWholeDay = isOfWholeDay
    }

    /// How many passes it rests on.
    public var passes: Double { heard + missed }

    /// Nobody is known to have crossed: this is ignorance, and not a probability of 0.
    public var isNeverHeard: Bool { passes < 0.5 }

    /// P(heard | flying there): the mean of Beta(1/2 + heard, 1/2 + missed); `nil` where nobody was.
    public var mean: Double? { isNeverHeard ? nil : (heard + 0.5) / (passes + 1) }

    /// The middle 90 % of that distribution; `nil` where nobody was.
    public var interval90: ClosedRange<Double>? {
        isNeverHeard ? nil : BetaDistribution(successes: heard, failures: missed).interval90
    }
}
