/// Who heard one transmission, when and how strong.
public struct Hearings: Hashable, Sendable {
    /// More are only counted.
    public static let capacity = 32

    /// In the order in which they came; at most `capacity`.
    public let all: [Hearing]
    /// Receivers besides these.
    public let beyond: Int

    public init(_ all: [Hearing], beyond: Int = 0) {
        self.all = all
        self.beyond = beyond
    }

    /// How many receivers heard it.
    public var count: Int { all.count + beyond }
}
