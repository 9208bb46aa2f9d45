public import Aero

/// All that says what the silences of one aircraft mean.
public struct SilenceBasis: Sendable {
    public let learned: LearnedCoverage
    /// All of the aircraft that went into what was learned, which must not count.
    public let passes: [Pass]
    /// By what the aircraft is heard.
    public let kind: TransponderKind
    /// When its silences are judged; what was learned may end before.
    public let judgedAt: Timestamp

    /// - Parameter kind: that of the last of the passes without.
    public init(
        _ learned: LearnedCoverage,
        passes: [Pass],
        kind: TransponderKind? = nil,
        judgedAt: Timestamp
    ) {
        self.learned = learned
        self.passes = passes
        self.kind = kind ?? passes.last?.kind ?? .squitter
        self.judgedAt = judgedAt
    }

    /// What each silence of an account means, by when it began; of those that can be judged.
    public func verdicts(
        on account: FlightAccount,
        rules: GapRules = GapRules(),
        reach: ReachRules = ReachRules()
    ) -> [Timestamp: GapVerdict] {
        let silences = silences(of: account)
        guard !silences.isEmpty else { return [:] }
        let hearers = learned.hearers(without: passes)
        var verdicts: [Timestamp: GapVerdict] = [:]
        for (silence, stopLeads) in silences {
            verdicts[silence.last.time] = learned.judged(
                silence,
                account,
                hearers,
                stopLeads: stopLeads,
                at: judgedAt,
                rules: rules,
                reach: reach
            )
        }
        return verdicts
    }

    /// Those that can be judged, and whether a stop explains each better than a flight.
    func silences(of account: FlightAccount) -> [(silence: Silence, stopLeads: Bool)] {
        var silences = account.gaps.compactMap { gap in
            learned.silence(gap, of: account, kind).map { ($0, !gap.isFlownOn) }
        }
        if let open = account.silenceAsked, let silence = learned.silence(since: open, of: account, kind) {
            silences.append((silence, false))
        }
        return silences
    }
}
