/// A list of aircraft: what for, who keeps it, and its members at a version.
public struct IdentityList: Hashable, Sendable {
    public let name: String
    /// What it is for; empty where nobody said.
    public let purpose: String
    /// The role that keeps it, never a person's name; empty where nobody said.
    public let keeper: String
    /// The change after which its members were as they are: an alert names it.
    public let version: Int64
    public let members: Int
}
