/// An area as a rule has it: written there, or by the name the site knows it by.
public enum AreaReference: Hashable, Sendable {
    case named(String)
    case inline(WatchArea)
}
