/// How a path through a silence was thought up.
public enum PathKind: Hashable, Sendable {
    /// The shortest way.
    case greatCircle
    /// The last heading kept, then straight to where it was heard again; to the end where it was not.
    case headingKept
    /// Straight on and down as steeply as the type can.
    case descent
    /// Drawn by chance inside what the type can reach; the number says which.
    case random(Int)
}
