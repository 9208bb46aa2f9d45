/// What a verdict rests on, so that it can be shown.
public struct GapEvidence: Hashable, Sendable {
    /// The path on which it would have been hardest to hear, of so many.
    public let path: PathKind
    public let pathsTried: Int
    /// Its cells, in the order of time, without those of the last and the next point: there it was heard.
    public let crossings: [CrossingEvidence]
    /// P(silent | it sends) is at most this; 1 where nothing counts.
    public let silentAtMost: Double
    /// P(off) before anything was looked at.
    public let prior: Double
    /// How well the aircraft itself is heard beside others.
    public let ability: HearingAbility

    /// Passes behind the weakest look that counted; 0 where none did.
    public var fewestPasses: Double {
        crossings.flatMap(\.looks).filter { $0.standing == .counted }.map(\.estimate.passes).min() ?? 0
    }

    /// Whose silence counted, rising.
    public var listeners: [Listener] {
        Set(crossings.flatMap(\.looks).filter { $0.standing == .counted }.map(\.listener)).sorted()
    }
}
