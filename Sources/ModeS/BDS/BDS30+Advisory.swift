/// What ARA says, in its two readings.
///
/// - Source: ICAO Annex 10 Vol IV, 4.3.8.4.2.2.1.1.
extension BDS30 {
    /// The advisory where one threat is to be avoided, or several to the same side.
    public struct Advisory: Hashable, Sendable {
        /// The aircraft must change its vertical rate; else it must only keep out of some rates.
        public let isCorrective: Bool
        /// Downwards; else upwards.
        public let isDownward: Bool
        public let isIncreasedRate: Bool
        public let isReversal: Bool
        /// The aircraft crosses the threat's altitude.
        public let isCrossing: Bool
        /// Climb or descend; else a limit of the vertical rate.
        public let isPositive: Bool

        public init(
            isCorrective: Bool,
            isDownward: Bool,
            isIncreasedRate: Bool,
            isReversal: Bool,
            isCrossing: Bool,
            isPositive: Bool
        ) {
            self.isCorrective = isCorrective
            self.isDownward = isDownward
            self.isIncreasedRate = isIncreasedRate
            self.isReversal = isReversal
            self.isCrossing = isCrossing
            self.isPositive = isPositive
        }
    }

    /// The advisory where the aircraft is to pass above some threats and below others.
    public struct MultipleAdvisory: Hashable, Sendable {
        public let correctsUpward: Bool
        public let requiresClimb: Bool
        public let correctsDownward: Bool
        public let requiresDescent: Bool
        public let isCrossing: Bool
        public let isReversal: Bool

        public init(
            correctsUpward: Bool,
            requiresClimb: Bool,
            correctsDownward: Bool,
            requiresDescent: Bool,
            isCrossing: Bool,
            isReversal: Bool
        ) {
            self.correctsUpward = correctsUpward
            self.requiresClimb = requiresClimb
            self.correctsDownward = correctsDownward
            self.requiresDescent = requiresDescent
            self.isCrossing = isCrossing
            self.isReversal = isReversal
        }
    }
}
