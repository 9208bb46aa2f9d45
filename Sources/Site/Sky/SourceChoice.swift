/// Which sources the program runs with, and why these.
public struct SourceChoice: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The configuration or the command line names them.
        case configured
        case beastAnswered = "beast-answered"
        case rtlTCPAnswered = "rtl-tcp-answered"
        case nothingAnswered = "nothing-answered"
    }

    public var reason: Reason
    /// Specifications of the sources, without a receiver's place.
    public var sources: [String]

    public init(reason: Reason, sources: [String]) {
        self.reason = reason
        self.sources = sources
    }
}
