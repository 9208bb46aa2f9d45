public import Aero

/// What a bundle is of.
public struct BundleHead: Hashable, Sendable {
    public enum Subject: String, CaseIterable, Sendable { case visit, flight, gap }
    /// Which world it was heard in. The simulated one is named so wherever a bundle is told of.
    public enum World: String, CaseIterable, Sendable { case real, imported, simulated }
    /// For whom it was made: what others may not be shown is in the second kind alone.
    public enum Audience: String, CaseIterable, Sendable { case strangers, operators }

    public let subject: Subject
    /// The name of the visit, flight or gap in its installation.
    public let id: String
    public let world: World
    public let audience: Audience
    /// Up to when was known what it holds. When it was made is not in it: the same input gives the same bundle.
    public let asOf: Timestamp
    /// The program that made it, with its version.
    public let program: String

    public init(
        subject: Subject,
        id: String,
        world: World,
        audience: Audience,
        asOf: Timestamp,
        program: String
    ) {
        self.subject = subject
        self.id = id
        self.world = world
        self.audience = audience
        self.asOf = asOf
        self.program = program
    }
}
