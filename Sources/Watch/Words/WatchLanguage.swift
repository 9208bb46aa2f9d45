/// Languages in which alerts are told.
public enum WatchLanguage: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case indonesian = "id"
}

extension WatchLanguage {
    /// Words that stand in both languages, in this one.
    func chosen(_ words: (english: String, indonesian: String)) -> String {
        self == .indonesian ? words.indonesian : words.english
    }

    /// The same with each `{}` filled in.
    public func filled(_ words: (english: String, indonesian: String), _ values: [String]) -> String {
        var text = ""
        var rest = values[...]
        for (index, piece) in chosen(words).split(separator: "{}", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { text += rest.popFirst() ?? "" }
            text += piece
        }
        return text
    }

    /// That something was found later, by language.
    public static var late: [String: String] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, WatchPhrase.late.text($0)) })
    }
}
