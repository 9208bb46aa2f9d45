/// Why conclusions came out otherwise than the bundle has them.
public enum RerunCause: Hashable, Sendable {
    /// With the bundle's own numbers they come out as it has them: these numbers are others now.
    case rules([RuleChange])
    /// With the bundle's own numbers they come out otherwise too: the program computes otherwise.
    case program(from: String, to: String)
    /// The points that the ranking was given do not follow from the rows beside them.
    case rows
}
