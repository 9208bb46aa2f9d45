public import Aero

/// How a polled source fares, besides what every feed says of itself.
public struct PollProgress: Hashable, Sendable {
    /// When it asks next, by the wall; `nil` when it does not.
    public var nextRequest: Timestamp?
    public var creditsLeft: Int?
    /// Of the last answer; `nil` before the first and where none came.
    public var lastStatus: Int?
    public var lastAnswer: Timestamp?
    public var polls: UInt64 = 0
    public var unchanged: UInt64 = 0
    public var failures: UInt64 = 0
    /// What the operator should think about.
    public var warning: String?

    public init() {}
}
