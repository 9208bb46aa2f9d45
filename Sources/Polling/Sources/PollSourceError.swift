/// A polled source cannot be meant as it is written; one line for people.
public struct PollSourceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The option that is wrong.
    public let field: String
    public let description: String

    init(field: String, _ description: String) {
        self.field = field
        self.description = description
    }
}
