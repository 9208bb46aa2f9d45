public import Bundles

/// How a visit, a flight or a silence differs now from the last edition of it.
public struct EditionDifference: Sendable {
    public let subject: EditionSubject
    /// The edition; `nil` where none was published, and then there are no changes.
    public let since: EditionHead?
    /// The world that an edition would be of.
    public let world: BundleHead.World
    /// Sentences that an edition would have.
    public let sentences: Int
    public let changes: [EditionChange]

    public init(
        of subject: EditionSubject,
        since: EditionHead?,
        world: BundleHead.World,
        sentences: Int,
        changes: [EditionChange]
    ) {
        self.subject = subject
        self.since = since
        self.world = world
        self.sentences = sentences
        self.changes = changes
    }

    /// Sentences that say something else, are new, are gone, or rest on something else, each once.
    var changedSentences: Int {
        Set(changes.filter { $0.part == .words || $0.part == .rests }.map(\.anchor)).count
    }
}
