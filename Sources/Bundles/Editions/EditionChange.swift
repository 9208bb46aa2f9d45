public import Visits

/// How a sentence differs from what an earlier edition said under the same anchor.
public struct EditionChange: Hashable, Sendable {
    public let anchor: String
    /// As the earlier edition has it; `nil` where it is new.
    public let before: DossierText?
    /// As it is now; `nil` where it was taken away.
    public let after: DossierText?

    /// What differs between two editions, by anchor, in the order of the later one; what was taken away last.
    public static func between(_ earlier: Edition, _ sections: [EditionSection]) -> [EditionChange] {
        let old = earlier.sections.flatMap(\.sentences)
        let before = old.reduce(into: [:]) { $0[$1.anchor] = $1.words }
        let now = sections.flatMap(\.sentences)
        let kept = Set(now.map(\.anchor))
        return now.compactMap { sentence in
            before[sentence.anchor] == sentence.words
                ? nil
                : EditionChange(
                    anchor: sentence.anchor,
                    before: before[sentence.anchor],
                    after: sentence.words
                )
        }
            + old.filter { !kept.contains($0.anchor) }.map {
                EditionChange(anchor: $0.anchor, before: $0.words, after: nil)
            }
    }
}
