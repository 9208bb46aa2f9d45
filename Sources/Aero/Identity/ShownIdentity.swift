/// The fact that is shown where several are held, and that it was picked.
public struct ShownIdentity: Hashable, Sendable {
    public let fact: IdentityFact
    /// Facts of the same relation with another object, the next in rank first.
    public let others: [IdentityFact]
    /// Whether the shown fact certainly holds at the time asked for, or perhaps.
    public let holding: Holding

    /// Whether there was something to pick from: then the page says so.
    public var isPicked: Bool { !others.isEmpty }

    /// Picks by the rule: rank, then confidence, then whether it certainly holds, then what was learnt last.
    ///
    /// A denial of the same or a higher rank takes a fact out; refuted facts are never shown.
    /// - Parameter facts: of one subject or of an address and the airframe that carries it.
    /// - Parameter time: at which it shall hold.
    /// - Parameter known: as known then; `nil` for what is held now.
    /// - Returns: `nil` where nothing is left.
    public static func pick(
        _ relation: IdentityRelation,
        of facts: some Sequence<IdentityFact>,
        at time: Timestamp,
        known: Timestamp? = nil
    ) -> ShownIdentity? {
        var said: [IdentityFact] = []
        var denied: [IdentityFact] = []
        for fact in facts where fact.relation == relation && fact.confidence != .refuted {
            guard known.map(fact.known.holds) ?? (fact.known.to == nil), fact.validity.holds(at: time) != .no else {
                continue
            }
            if fact.polarity == .says { said.append(fact) } else { denied.append(fact) }
        }
        said.removeAll { fact in denied.contains { $0.object == fact.object && $0.rank >= fact.rank } }
        if said.count > 1 { said.sort { isShown($0, before: $1, at: time) } }
        guard let best = said.first else { return nil }
        var seen: Set = [best.object]
        let others = said.dropFirst().filter { seen.insert($0.object).inserted }
        return ShownIdentity(fact: best, others: others, holding: best.validity.holds(at: time))
    }

    private static func isShown(_ left: IdentityFact, before right: IdentityFact, at time: Timestamp) -> Bool {
        if left.rank != right.rank { return left.rank > right.rank }
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        let holds = (left.validity.holds(at: time), right.validity.holds(at: time))
        if holds.0 != holds.1 { return holds.0 > holds.1 }
        if left.known.from != right.known.from { return left.known.from > right.known.from }
        // The same answer every time, whatever the order they came in.
        return (left.source, left.object) < (right.source, right.object)
    }
}
