/// Languages in which alerts are told.
public enum WatchLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case indonesian = "id"
}

extension WatchLanguage {
    /// That something was found later, by language.
    public static var late: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, WatchPhrase.late.text($0)) })
    }
}
