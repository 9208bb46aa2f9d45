/// What is wrong with a rule, and where: `path` names the keys that lead there, as in `when.sequence[1].landing.at`.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Fault: Hashable, Sendable {
        /// The text is no JSON; what was expected instead.
        case syntax(expected: String)
        case tooLong(bytes: Int, bound: Int)
        case tooDeep(bound: Int)
        case unknownKey(String)
        case repeatedKey(String)
        case missingKey(String)
        /// Another kind of value, or a word that means nothing here.
        case badValue(expected: String)
        /// A number outside what is allowed.
        case outOfRange(allowed: String)
        case tooMany(String, bound: Int)
        case unknownVariable(String)
        /// A condition that no event makes true.
        case nothingHappens
        /// A variable that no condition mentions.
        case unusedVariable(String)
        /// What cannot be said in this place; why.
        case misplaced(String)
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

    public var description: String {
        let place = [line > 0 ? "line \(line)" : "", path].filter { !$0.isEmpty }.joined(separator: ", ")
        return place.isEmpty ? reason : place + ": " + reason
    }

    private var reason: String {
        switch fault {
        case .syntax(let expected): "expected \(expected)"
        case .tooLong(let bytes, let bound): "\(bytes) bytes, at most \(bound) are read"
        case .tooDeep(let bound): "nested deeper than \(bound)"
        case .unknownKey(let key): "unknown key “\(key)”"
        case .repeatedKey(let key): "key “\(key)” stands twice"
        case .missingKey(let key): "“\(key)” is missing"
        case .badValue(let expected): "expected \(expected)"
        case .outOfRange(let allowed): "outside \(allowed)"
        case .tooMany(let what, let bound): "more than \(bound) \(what)"
        case .unknownVariable(let name): "no variable “\(name)” under “where”"
        case .nothingHappens: "no event makes this true: add something that happens, such as takeoff or heard"
        case .unusedVariable(let name): "variable “\(name)” is not used"
        case .misplaced(let why): why
        case .unknownName(let name): "“\(name)” is not known here"
        }
    }
}
