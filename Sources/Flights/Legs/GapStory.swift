/// What may have happened in a silence.
public enum GapStory: Hashable, Sendable {
    /// No further landing: in the air at both ends it is one leg; from or to the ground it flew straight to or from there; on the ground at two
    /// airports it flew from one to the other.
    case flewOn
    /// It landed at an airport and left it again.
    case stopped(field: String)
    /// It landed somewhere else, or more than once.
    case stoppedElsewhere
}
