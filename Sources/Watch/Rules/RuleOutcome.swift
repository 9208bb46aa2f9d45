/// Where an alert goes and how it is titled.
public struct RuleOutcome: Hashable, Sendable {
    public enum ShownPosition: String, Hashable, Sendable, CaseIterable {
        case exact
        /// Rounded to 0.1 degrees.
        case coarse
        case never
    }

    public let outlets: [String]
    public let title: RuleTitle?
    public let position: ShownPosition
    /// Whether strangers may read its alerts.
    public let isPublic: Bool

    public init(
        outlets: [String] = [],
        title: RuleTitle? = nil,
        position: ShownPosition = .coarse,
        isPublic: Bool = false
    ) {
        self.isPublic = isPublic
        self.outlets = outlets
        self.title = title
        self.position = position
    }
}
