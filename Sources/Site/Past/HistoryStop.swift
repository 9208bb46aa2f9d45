/// A part of the history that cannot be kept at present, and why not. Shown to everybody: neither paths nor what the system said.
public struct HistoryStop: Hashable, Sendable {
    public enum Part: String, Sendable, CaseIterable {
        case real
        case imported
        case simulated
        /// Messages as they came in.
        case raw
    }

    public enum Reason: String, Sendable {
        case diskFull = "disk-full"
        /// The log says which.
        case other
    }

    public let part: Part
    public let reason: Reason

    public init(_ part: Part, _ reason: Reason) {
        self.part = part
        self.reason = reason
    }
}
