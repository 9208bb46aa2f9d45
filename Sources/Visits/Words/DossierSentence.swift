public import Aero

/// One sentence of a dossier, and what it rests on: never on nothing.
public struct DossierSentence: Hashable, Sendable {
    /// What a sentence rests on.
    public enum Rest: Hashable, Sendable {
        /// A claim of the visit, by its number.
        case claim(Int)
        /// A report of the visit, by its number.
        case report(Int)
        /// A change that somebody made to the visit, by its number.
        case change(Int)
        /// When an aircraft was heard.
        case observation(AircraftAddress, Timestamp)
        /// A list or register, by the name of the source.
        case list(String)
        case assumption(DossierAssumption)
    }

    public let words: DossierText
    public let rests: [Rest]

    /// - Precondition: it rests on something.
    init(_ words: DossierText, rests: [Rest]) {
        precondition(!rests.isEmpty, "a sentence of a dossier rests on something")
        self.words = words
        self.rests = rests
    }

    public func text(in language: Draft.Language) -> String { words.text(in: language) }
}
