/// Why an engine does not go on where another one was.
public enum WatchRestoreError: Error, Hashable, Sendable {
    case rule(RuleError)
    case state(WatchStateError)
}
