import Watch

/// What is wrong with an outlet as it was written.
public struct OutletError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The key that is wrong: `name`, `kind`, or one of its settings.
    public let field: String
    public let fault: OutletFault

    public init(_ field: String, _ fault: OutletFault) { (self.field, self.fault) = (field, fault) }

    /// In English, as logs and commands tell it.
    public var description: String { "\(field): \(fault.text(in: .english))" }
}
