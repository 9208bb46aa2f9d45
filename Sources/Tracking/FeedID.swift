/// The number of a source within one run of the program, in the order in which sources were added.
public struct FeedID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
}
