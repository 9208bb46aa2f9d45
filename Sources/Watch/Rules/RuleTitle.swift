/// How alerts of a rule are titled, as its owner wrote it. What is in braces is filled in by who tells it.
public struct RuleTitle: Hashable, Sendable {
    /// In English, or in the one language it was written in.
    public let english: String
    /// `nil` where it was written once for both.
    public let indonesian: String?

    public init(_ english: String, indonesian: String? = nil) {
        self.english = english
        self.indonesian = indonesian
    }

    public func template(in language: WatchLanguage) -> String {
        switch language {
        case .english: english
        case .indonesian: indonesian ?? english
        }
    }
}
