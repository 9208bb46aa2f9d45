/// A value of the tree a rule is written in: what YAML and JSON have in common, with the line each value stands on.
public struct RuleValue: Hashable, Sendable {
    /// What a value is.
    public enum Content: Hashable, Sendable {
        case null
        case flag(Bool)
        case number(Double)
        case text(String)
        case list([RuleValue])
        /// Members in the order they were written; a key stands once.
        case map([RuleMember])
    }

    public let content: Content
    /// Line in the source, from 1; 0 where there is none. Two values that differ in nothing else are equal.
    public let line: Int

    public init(_ content: Content, line: Int = 0) {
        self.content = content
        self.line = line
    }

    public static func == (left: RuleValue, right: RuleValue) -> Bool { left.content == right.content }
    public func hash(into hasher: inout Hasher) { hasher.combine(content) }
}
