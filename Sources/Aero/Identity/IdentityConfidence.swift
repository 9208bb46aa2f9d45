/// How sure the source, or who entered it, is. Numbers stand in databases.
public enum IdentityConfidence: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    /// Found to be wrong; kept, never shown as the answer.
    case refuted = 0
    case doubtful = 1
    case probable = 2
    case certain = 3

    public var name: String {
        switch self {
        case .refuted: "refuted"
        case .doubtful: "doubtful"
        case .probable: "probable"
        case .certain: "certain"
        }
    }

    /// - Returns: `nil` for a word that no confidence has.
    public init?(name: some StringProtocol) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    public static func < (left: IdentityConfidence, right: IdentityConfidence) -> Bool {
        left.rawValue < right.rawValue
    }
}
