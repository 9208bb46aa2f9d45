import Aero
import Flights

/// The silence an aircraft is in, and what was said of it so far.
struct SilenceState: Hashable, Sendable {
    struct Judgement: Hashable, Sendable {
        let time: Timestamp
        let gapClass: GapClass
    }

    /// Judgements that are kept; those beyond are not read. Ours: a silence is judged at a handful of lengths.
    static let maximumJudgements = 64

    let since: Timestamp
    var judgements: [Judgement] = []

    func isAccepted(_ judgement: Judgement, atLeast: Int64, classes: Set<GapClass>) -> Bool {
        judgement.time.nanoseconds - since.nanoseconds >= atLeast && classes.contains(judgement.gapClass)
    }

    /// Whether it is so long and judged so, by now.
    func isAccepted(atLeast: Int64, classes: Set<GapClass>) -> Bool {
        judgements.contains { isAccepted($0, atLeast: atLeast, classes: classes) }
    }

    /// Whether it became so with the newest judgement.
    func isNewlyAccepted(atLeast: Int64, classes: Set<GapClass>) -> Bool {
        guard let last = judgements.last, isAccepted(last, atLeast: atLeast, classes: classes) else { return false }
        return !judgements.dropLast().contains { isAccepted($0, atLeast: atLeast, classes: classes) }
    }
}
