/// A rule as somebody wrote it.
public enum WatchText: Hashable, Sendable {
    case json([UInt8])
    case yaml(String)
}
