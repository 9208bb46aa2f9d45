/// The same words in both languages of the site.
public struct DossierText: Hashable, Sendable {
    public let english: String
    public let indonesian: String

    public init(english: String, indonesian: String) {
        self.english = english
        self.indonesian = indonesian
    }

    /// A name that is the same in both.
    public init(_ name: String) { self.init(english: name, indonesian: name) }

    public func text(in language: Draft.Language) -> String {
        switch language {
        case .english: english
        case .indonesian: indonesian
        }
    }
}
