public import Visits

/// Sentences of an edition under one head.
public struct EditionSection: Hashable, Sendable {
    public let anchor: String
    public let title: DossierText
    public let sentences: [EditionSentence]

    public init(_ anchor: String, _ title: DossierText, _ sentences: [EditionSentence]) {
        self.anchor = anchor
        self.title = title
        self.sentences = sentences
    }
}
