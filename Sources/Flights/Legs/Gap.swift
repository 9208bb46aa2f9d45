import Aero

/// A silence, a thing of its own: never a line.
public struct Gap: Hashable, Sendable {
    public let from: GapEnd
    public let to: GapEnd
    /// Likeliest first; never empty.
    public internal(set) var hypotheses: [GapHypothesis]
    /// Observations in between that were heard and left out as doubtful.
    public let doubtfulCount: Int

    public var span: Span { Span(earliest: from.sighting.time, latest: to.sighting.time) ?? Span(at: to.sighting.time) }
    public var seconds: Double { to.sighting.time.seconds(since: from.sighting.time) }

    /// Whether a flight without a landing in between is likelier than all stops together.
    public var isFlownOn: Bool { stopProbability <= 0.5 }

    /// The explanation that leads: flying on, or the likeliest of the stops if these are likelier together.
    public var leading: GapHypothesis {
        hypotheses.first { ($0.story == .flewOn) == isFlownOn } ?? hypotheses[0]
    }

    /// The landing of a stop, wherever it was: the likeliest airports with their shares, and the interval of those that hold 90 %.
    public var stopLanding: LegEnd? { together(\.landing) }
    /// The take-off after a stop, likewise.
    public var stopTakeoff: LegEnd? { together(\.takeoff) }

    private func together(_ end: KeyPath<GapHypothesis, LegEnd?>) -> LegEnd? {
        let all = stopProbability
        var share = 0.0
        var spans: [Span] = []
        var fields: [FieldChance] = []
        var heard: Timestamp?
        for one in hypotheses where one.story != .flewOn && share < 0.9 * all {
            guard let told = one[keyPath: end] else { continue }
            share += one.probability
            spans.append(told.span)
            heard = told.heard
            for chance in told.fields {
                let probability = chance.probability * one.probability / all
                if let same = fields.firstIndex(where: { $0.field == chance.field }) {
                    fields[same] = FieldChance(field: chance.field, probability: fields[same].probability + probability)
                } else {
                    fields.append(FieldChance(field: chance.field, probability: probability))
                }
            }
        }
        fields.sort { ($0.probability, $1.field) > ($1.probability, $0.field) }
        guard let first = spans.map(\.earliest).min(), let last = spans.map(\.latest).max(),
            let span = Span(earliest: first, latest: last)
        else { return nil }
        return LegEnd(knowing: fields.isEmpty ? .unknown : .inferred, span: span, fields: fields, heard: heard)
    }

    /// 0 where a stop is ruled out, or was never possible.
    public var stopProbability: Double {
        hypotheses.first { $0.story == .flewOn }.map { 1 - $0.probability } ?? 1
    }
}
