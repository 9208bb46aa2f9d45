/// What of a flight or silence is not compared, where how likely nothing would have been heard of a landing was taken out.
public enum UncomparedFlights: Hashable, Sendable {
    /// Explanations of silences.
    case explanations
    /// Flights and stops too: a stop may lead among the explanations, and where one flight ends depends on it.
    case flights
}
