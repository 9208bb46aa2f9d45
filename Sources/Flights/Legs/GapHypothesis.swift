/// One explanation of a silence, with its probability.
public struct GapHypothesis: Hashable, Sendable {
    public let story: GapStory
    /// Of all explanations of the silence they are 1 together.
    public var probability: Double
    /// Of a stop: the landing and the take-off after it.
    public let landing: LegEnd?
    public let takeoff: LegEnd?
    /// Seconds on the ground at most, of a stop.
    public let longestDwellSeconds: Double?
}
