public import Aero

/// A reason with its weight and what it rests on.
public struct RankingRow: Hashable, Sendable {
    public let term: RankingTerm
    /// Natural logarithm of how much likelier it makes the visit than a life of its own.
    public let weight: Double
    /// When it was heard that bears on it; empty for what rests on lists and assumptions.
    public let observations: [Timestamp]

    public init(_ term: RankingTerm, weight: Double, observations: [Timestamp] = []) {
        self.term = term
        self.weight = weight
        self.observations = observations
    }
}
