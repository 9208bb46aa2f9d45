/// What a silence means, since when it is said, and on what it rests.
public struct GapVerdict: Hashable, Sendable {
    public let gap: Silence
    public let label: GapLabel
    public let evidence: GapEvidence
    /// What was said of it before, oldest first; the first of all is always kept.
    public let earlier: [GapLabel]

    /// The most earlier labels.
    public static let mostEarlier = 32

    public var gapClass: GapClass { label.gapClass }
    public var knowing: Knowing { label.gapClass.knowing }

    init(gap: Silence, label: GapLabel, evidence: GapEvidence, earlier: [GapLabel] = []) {
        self.gap = gap
        self.label = label
        self.evidence = evidence
        self.earlier = earlier
    }

    /// All that was said of the silence, oldest first: what is said now last.
    public var said: [GapLabel] { earlier + [label] }

    /// This verdict after what was said of the same silence before.
    ///
    /// - Parameter said: oldest first.
    public func after(_ said: [GapLabel]) -> GapVerdict {
        guard let last = said.last else { return self }
        return replacing(GapVerdict(gap: gap, label: last, evidence: evidence, earlier: Array(said.dropLast())))
    }

    /// This verdict in the place of an earlier one of the same silence: what was said stays with its time.
    ///
    /// The same class again changes nothing but evidence and probability; the time since when it is said stays.
    public func replacing(_ old: GapVerdict) -> GapVerdict {
        if old.gapClass == gapClass {
            let label = GapLabel(gapClass: gapClass, offAtLeast: label.offAtLeast, judgedAt: old.label.judgedAt)
            return GapVerdict(gap: gap, label: label, evidence: evidence, earlier: old.earlier)
        }
        var said = old.earlier + [old.label]
        if said.count > Self.mostEarlier { said.removeSubrange(1..<1 + said.count - Self.mostEarlier) }
        return GapVerdict(gap: gap, label: label, evidence: evidence, earlier: said)
    }
}
