/// What is wrong with a rule, and where: `path` names the keys that lead there, as in `when.sequence[1].landing.at`.
public struct RuleError: Error, Hashable, Sendable {
    public enum Fault: Hashable, Sendable {
        /// The text is no JSON; what was expected instead.
        case syntax(expected: RuleSyntax)
        case tooLong(bytes: Int, bound: Int)
        case tooDeep(bound: Int)
        case unknownKey(String)
        case repeatedKey(String)
        case missingKey(String)
        /// Another kind of value, or a word that means nothing here.
        case badValue(expected: RuleForm)
        /// A number outside what is allowed.
        case outOfRange(allowed: RuleRange)
        case tooMany(RulePart, bound: Int)
        case unknownVariable(String)
        /// A condition that no event makes true.
        case nothingHappens
        /// A variable that no condition mentions.
        case unusedVariable(String)
        /// What cannot be said in this place; why.
        case misplaced(RuleMisplacement)
        /// An area, airport or zone the site does not know.
        case unknownName(String)
    }

    public let fault: Fault
    public let path: String
    /// From 1; 0 where the tree had no lines.
    public let line: Int

    public init(_ fault: Fault, path: String = "", line: Int = 0) {
        self.fault = fault
        self.path = path
        self.line = line
    }

    /// What is wrong, behind its place.
    public func text(in language: WatchLanguage) -> String {
        let number = line > 0 ? language.filled(("line {}", "baris {}"), [String(line)]) : ""
        let place = [number, path].filter { !$0.isEmpty }.joined(separator: ", ")
        return (place.isEmpty ? "" : place + ": ") + fault.text(in: language)
    }
}

extension RuleError: CustomStringConvertible {
    /// In English, as logs and commands tell it.
    public var description: String { text(in: .english) }
}
