/// What is wrong with an outlet as it was written.
public struct OutletError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The key that is wrong: `name`, `kind`, or one of its settings.
    public let field: String
    /// One line for people, without the value.
    public let message: String

    public init(_ field: String, _ message: String) { (self.field, self.message) = (field, message) }

    public var description: String { "\(field): \(message)" }
}
