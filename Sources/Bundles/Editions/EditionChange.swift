public import Visits

/// How a sentence, a source or the title differs from what an earlier edition has under the same anchor.
public struct EditionChange: Hashable, Sendable {
    /// What of it differs.
    public enum Part: String, CaseIterable, Sendable {
        case words
        /// What a sentence rests on.
        case rests
        /// Of a source, all that is told of it.
        case source
        case title
    }

    /// Of the title, the page's own.
    public let anchor: String
    public let part: Part
    /// As the earlier edition has it; `nil` where it is new.
    public let before: DossierText?
    /// As it is now; `nil` where it was taken away.
    public let after: DossierText?

    public init(anchor: String, part: Part = .words, before: DossierText?, after: DossierText?) {
        self.anchor = anchor
        self.part = part
        self.before = before
        self.after = after
    }

    /// What differs between two editions, by anchor, in the order of the later one, what was taken away after it: title, sentences, sources.
    ///
    /// - Parameters:
    ///   - sources: of the later edition; `nil`: they are not compared.
    ///   - title: of the later edition; `nil`: it is not compared.
    public static func between(
        _ earlier: Edition,
        _ sections: [EditionSection],
        sources: [EditionSource]? = nil,
        title: DossierText? = nil
    ) -> [EditionChange] {
        var changes: [EditionChange] = []
        if let title, title != earlier.title {
            let (anchor, before) = (Edition.titleAnchor, earlier.title)
            changes.append(EditionChange(anchor: anchor, part: .title, before: before, after: title))
        }
        let (old, now) = (earlier.sections.flatMap(\.sentences), sections.flatMap(\.sentences))
        changes += differing(.words, old.map { ($0.anchor, $0.words) }, now.map { ($0.anchor, $0.words) })
        // What a new sentence rests on is no change, nor what one that is gone did.
        let both = Set(old.map(\.anchor)).intersection(now.map(\.anchor))
        changes += differing(
            .rests,
            old.filter { both.contains($0.anchor) }.map { ($0.anchor, told($0.rests)) },
            now.filter { both.contains($0.anchor) }.map { ($0.anchor, told($0.rests)) }
        )
        if let sources {
            changes += differing(
                .source,
                earlier.sources.map { ($0.anchor, told($0)) },
                sources.map { ($0.anchor, told($0)) }
            )
        }
        return changes
    }

    private typealias Told = (anchor: String, words: DossierText)

    private static func differing(_ part: Part, _ old: [Told], _ now: [Told]) -> [EditionChange] {
        let before = old.reduce(into: [:]) { $0[$1.anchor] = $1.words }
        let kept = Set(now.map(\.anchor))
        let changed = now.filter { before[$0.anchor] != $0.words }
        let gone = old.filter { !kept.contains($0.anchor) }
        return changed.map { EditionChange(anchor: $0.anchor, part: part, before: before[$0.anchor], after: $0.words) }
            + gone.map { EditionChange(anchor: $0.anchor, part: part, before: $0.words, after: nil) }
    }

    /// What a sentence rests on, in words.
    private static func told(_ rests: [EditionSentence.Rest]) -> DossierText {
        let words = rests.map { rest in
            switch rest {
            case .anchor(let anchor): DossierText(anchor)
            case .words(let words): words
            }
        }
        guard !words.isEmpty else { return EditionWords.restsOnNothing }
        return DossierText(
            english: words.map(\.english).joined(separator: ", "),
            indonesian: words.map(\.indonesian).joined(separator: ", ")
        )
    }

    /// All that is told of a source: two that are told alike are the same.
    private static func told(_ source: EditionSource) -> DossierText {
        let facts = [
            source.outlet, source.title, source.address, source.published.map { CanonicalTime.text($0) },
            source.licence, source.sha256.map { "sha256 \($0)" },
        ]
        return DossierText(facts.compactMap(\.self).joined(separator: "; "))
    }
}
