public import Aero

/// Says what a silence means, from how others are heard.
///
/// Of all ways that the aircraft can have flown, the one on which it would have been hardest to hear decides, so that P(off) is
/// bounded from below.
public struct GapJudge: Sendable {
    public var rules: GapRules

    public init(rules: GapRules = GapRules()) { self.rules = rules }

    /// - Parameters:
    ///   - gap: the silence.
    ///   - limits: what its type can do.
    ///   - hearers: coverage without the aircraft's own passes, uptimes, who shares receivers.
    ///   - stopLeads: a stop in between explains the silence better than a flight.
    ///   - now: when it is judged.
    public func verdict(
        on gap: Silence,
        limits: FlightLimits = .unknownType,
        hearers: Hearers,
        stopLeads: Bool = false,
        at now: Timestamp
    ) -> GapVerdict {
        var maker = PathMaker(gap, limits: limits)
        let paths = maker.paths()
        var book = LookBook(hearers, kind: gap.kind, at: gap.last.time, judgedAt: now, rules: rules)
        let ends = gap.endCells
        let ways = paths.map { $0.crossings(leavingOut: ends, shortest: rules.shortestCrossing) }
        let silences = ways.map { silent(on: $0, &book, ignoringUptimes: false) }
        // Of equals the likelier.
        var hardest = 0
        for index in silences.indices where silences[index] > silences[hardest] { hardest = index }
        let off = probability(silences[hardest])
        let gapClass: GapClass
        if stopLeads {
            gapClass = .landed
        } else if off >= rules.certain {
            gapClass = .offLikely
        } else if isExplainedByDowntime(ways[0], silences[0], &book) {
            gapClass = .receiverDown
        } else {
            gapClass = darkness(of: ways[0], &book)
        }
        let evidence = GapEvidence(
            path: paths[hardest].kind,
            pathsTried: paths.count,
            crossings: ways[hardest].map { crossing in
                CrossingEvidence(
                    cell: crossing.cell,
                    span: Span(earliest: crossing.entered, latest: crossing.left) ?? Span(at: crossing.entered),
                    looks: book.looks(at: crossing).sorted { $0.listener < $1.listener }
                )
            },
            silentAtMost: silences[hardest],
            prior: rules.prior,
            ability: hearers.ability
        )
        let label = GapLabel(gapClass: gapClass, offAtLeast: off, judgedAt: now)
        return GapVerdict(gap: gap, label: label, evidence: evidence)
    }

    /// P(off | silent), when P(silent | it sends) is this and P(silent | off) is 1.
    private func probability(_ silent: Double) -> Double { rules.prior / (rules.prior + (1 - rules.prior) * silent) }

    /// P(silent | it sends) on one path: at most this.
    private func silent(on way: [Crossing], _ book: inout LookBook, ignoringUptimes: Bool) -> Double {
        var misses: [Double] = []
        for crossing in way {
            let looks = book.looks(at: crossing, ignoringUptimes: ignoringUptimes)
            for look in looks where look.standing == .counted { misses.append(1 - look.hearing) }
        }
        misses.sort()
        var (product, weight) = (1.0, 1.0)
        for miss in misses {
            product *= Trigonometry.power(miss, weight)
            weight *= rules.repetition
            if weight < 1e-3 { break }
        }
        return product
    }

    /// Whether it would more likely than not be called off had everybody listened, and is not because somebody did not.
    private func isExplainedByDowntime(_ way: [Crossing], _ likeliest: Double, _ book: inout LookBook) -> Bool {
        guard probability(likeliest) < 0.5 else { return false }
        return probability(silent(on: way, &book, ignoringUptimes: true)) >= 0.5
    }

    /// Why it was not heard on the likeliest path, if most of that lies in the dark.
    private func darkness(of way: [Crossing], _ book: inout LookBook) -> GapClass {
        var (dark, heardAbove) = (0, 0)
        for crossing in way where book.isDark(crossing.cell) {
            dark += 1
            if book.isHeardAbove(crossing.cell) { heardAbove += 1 }
        }
        guard dark > 0, 2 * dark >= way.count else { return .undetermined }
        return 2 * heardAbove >= dark ? .belowHorizon : .noCoverage
    }
}
