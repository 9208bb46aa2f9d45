/// How long and how much is kept. Everything, unless it is said otherwise.
public struct RetentionRules: Hashable, Sendable {
    /// Days after which observations are deleted; `nil`: never.
    public var days: Int?
    /// Bytes that the database may have; beyond, the oldest days go first, never the newest one. `nil`: as many as there are.
    public var bytes: Int64?

    public init(days: Int? = nil, bytes: Int64? = nil) {
        self.days = days
        self.bytes = bytes
    }
}
