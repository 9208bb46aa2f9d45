import Visits

/// The data or the environment was at fault: one line that says what, where, and what to do.
struct Failure: Error, CustomStringConvertible {
    let description: String
    /// The same in Indonesian, where that is known.
    private let indonesian: String?

    init(_ description: String) {
        self.description = description
        indonesian = nil
    }

    /// In English until it is told in another language.
    init(_ words: DossierText) {
        description = words.english
        indonesian = words.indonesian
    }

    /// In a language, without what no terminal should be given.
    func told(in language: Draft.Language) -> Failure {
        let text = language == .indonesian ? indonesian ?? description : description
        return Failure(IdentityOptions.plain(text))
    }
}
