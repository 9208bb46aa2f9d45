public import Visits

/// A sentence of an edition, under an anchor that stays the same from one edition to the next.
public struct EditionSentence: Hashable, Sendable {
    /// What it rests on.
    public enum Rest: Hashable, Sendable {
        /// A sentence or source of the same edition, by its anchor.
        case anchor(String)
        /// A list, or when something was heard.
        case words(DossierText)
    }

    /// Small letters, digits and dashes: `claim-3`.
    public let anchor: String
    public let words: DossierText
    public let rests: [Rest]

    public init(_ anchor: String, _ words: DossierText, rests: [Rest] = []) {
        self.anchor = anchor
        self.words = words
        self.rests = rests
    }
}
