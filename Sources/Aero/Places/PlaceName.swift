/// One name of a place: what it is called, in which language, by which list.
public struct PlaceName: Hashable, Sendable {
    /// As the list spells it; 1 … `longest` bytes of UTF-8.
    public let text: String
    public let language: NameLanguage
    public let source: NameSource
    /// Another spelling in its language, by which the place is found; not the one to show.
    public let isVariant: Bool

    /// Bytes of the longest name there may be.
    public static let longest = 96

    /// A name.
    ///
    /// - Returns: `nil` if the text is empty or longer than `longest`.
    public init?(_ text: String, _ language: NameLanguage, _ source: NameSource, isVariant: Bool = false) {
        guard (1...PlaceName.longest).contains(text.utf8.count) else { return nil }
        self.text = text
        self.language = language
        self.source = source
        self.isVariant = isVariant
    }
}

extension Sequence<PlaceName> {
    /// The name to show to a reader of a language: the one in it, else the English one, else the first there is.
    ///
    /// - Returns: `nil` if there is none at all.
    public func shown(in language: NameLanguage) -> PlaceName? {
        func one(_ language: NameLanguage) -> PlaceName? { first { $0.language == language && !$0.isVariant } }
        return one(language) ?? one(.english) ?? first { _ in true }
    }
}
