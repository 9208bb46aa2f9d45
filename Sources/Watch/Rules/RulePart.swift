/// What a rule may have only so many of.
public enum RulePart: String, Hashable, Sendable, CaseIterable {
    case conditions, tests, variables, steps, points, values

    /// In both languages.
    var words: (english: String, indonesian: String) {
        switch self {
        case .conditions: ("conditions", "syarat")
        case .tests: ("tests", "uji")
        case .variables: ("variables", "variabel")
        case .steps: ("steps", "langkah")
        case .points: ("points", "titik")
        case .values: ("values", "nilai")
        }
    }
}
