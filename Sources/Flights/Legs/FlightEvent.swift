/// What the telling of one aircraft's flights gives, in the order in which it becomes known.
public enum FlightEvent: Hashable, Sendable {
    /// It left the ground, or was found in the air with nothing before.
    case takeoff(LegEnd)
    case landing(LegEnd)
    case note(LegNote)
    /// It fell silent in the air; what its landing would be if nothing more is heard.
    case lost(LegEnd)
    /// A silence that is over.
    case gap(Gap)
    case revised(GapRevision)
    case doubtful(DoubtfulStretch)
}
