/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    /// Of the files as they lie there.
    public var bytes = 0
    public var totalBytes = 0
    /// Trace files looked at.
    public var files = 0
    public var rows = 0
    public var damaged = 0

    public init() {}
}
