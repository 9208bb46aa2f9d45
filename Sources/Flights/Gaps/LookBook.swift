import Aero

/// Looks up who would have heard an aircraft in which cell; remembers what it found, since the paths of one silence share cells.
struct LookBook {
    private let hearers: Hearers
    private let kind: TransponderKind
    /// When the silence began.
    private let time: Timestamp
    /// Until when it is known who was heard.
    private let now: Timestamp
    private let rules: GapRules
    private var estimates: [CoverageCell: [(listener: Listener, estimate: HearingEstimate)]] = [:]
    private let known: [UInt32: Listener]

    init(_ hearers: Hearers, kind: TransponderKind, at time: Timestamp, judgedAt now: Timestamp, rules: GapRules) {
        self.hearers = hearers
        self.kind = kind
        self.time = time
        self.now = now
        self.rules = rules
        known = Dictionary(hearers.uptimes.listeners.map { ($0.number, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// Every listener that reaches a cell, best first among those that count, with what its look is worth.
    mutating func looks(at crossing: Crossing, ignoringUptimes: Bool = false) -> [Look] {
        var looks: [Look] = []
        var counted: [Listener] = []
        let found = estimates(of: crossing.cell).sorted { ($0.estimate.mean ?? 0) > ($1.estimate.mean ?? 0) }
        for (listener, estimate) in found {
            var standing = standing(of: estimate, listener, at: crossing)
            if standing == .counted, !ignoringUptimes,
                !hearers.uptimes.isUp(listener, throughout: crossing.entered...crossing.left)
            {
                standing = .down
            }
            if standing == .counted {
                if counted.allSatisfy({ hearers.roster.areIndependent($0, listener) }) {
                    counted.append(listener)
                } else {
                    standing = .dependent
                }
            }
            let hearing = min(estimate.mean ?? 0, worstAround(crossing.cell, listener))
            looks.append(Look(listener: listener, estimate: estimate, hearing: hearing, standing: standing))
        }
        return looks.sorted { $0.listener < $1.listener }
    }

    /// Whether nobody, or hardly anybody, was ever heard there.
    mutating func isDark(_ cell: CoverageCell) -> Bool {
        estimates(of: cell).allSatisfy { ($0.estimate.mean ?? 0) < rules.hardly }
    }

    /// Whether others are heard at any greater height.
    mutating func isHeardAbove(_ cell: CoverageCell) -> Bool {
        for band in AltitudeBand.allCases where band > cell.band {
            for (_, estimate) in estimates(of: cell.with(band: band)) where estimate.passes >= rules.enoughPasses {
                if let mean = estimate.mean, mean >= rules.mostly { return true }
            }
        }
        return false
    }

    /// P(heard) in the worst of the cells around that are known well enough; 1 where none is.
    private mutating func worstAround(_ cell: CoverageCell, _ listener: Listener) -> Double {
        var worst = 1.0
        for neighbour in cell.neighbours {
            for (other, estimate) in estimates(of: neighbour) where other == listener {
                if estimate.passes >= rules.enoughPasses, let mean = estimate.mean { worst = min(worst, mean) }
            }
        }
        return worst
    }

    private mutating func standing(
        of estimate: HearingEstimate,
        _ listener: Listener,
        at crossing: Crossing
    ) -> Look.Standing {
        guard estimate.passes >= rules.enoughPasses else { return .tooFew }
        let isQuiet =
            hasGoneQuiet(crossing.cell, listener, at: crossing.entered)
            // One aircraft crosses about three of nine cells.
            || around(crossing.cell, listener).missing(about: crossing.entered, until: now) > 3 * rules.quietAfter
            // What silences one height may begin anywhere in the band beside it.
            || AltitudeBand.allCases.contains { band in
                abs(Int(band.rawValue) - Int(crossing.cell.band.rawValue)) == 1
                    && hasGoneQuiet(crossing.cell.with(band: band), listener, at: crossing.entered)
            }
        return isQuiet ? .goneQuiet : .counted
    }

    private mutating func hasGoneQuiet(_ cell: CoverageCell, _ listener: Listener, at moment: Timestamp) -> Bool {
        for (other, estimate) in estimates(of: cell) where other == listener {
            return estimate.missing(about: moment, until: now) > rules.quietAfter
        }
        return false
    }

    /// The nine cells about one as if they were one.
    private mutating func around(_ cell: CoverageCell, _ listener: Listener) -> HearingEstimate {
        var hours = HearingHours()
        var heardADay = 0.0
        for one in [cell] + cell.neighbours {
            for (other, estimate) in estimates(of: one) where other == listener {
                hours.add(estimate.hours)
                heardADay += estimate.heardADay
            }
        }
        return HearingEstimate(heard: 0, missed: 0, hours: hours, heardADay: heardADay, isOfWholeDay: true)
    }

    private mutating func estimates(of cell: CoverageCell) -> [(listener: Listener, estimate: HearingEstimate)] {
        if let found = estimates[cell] { return found }
        var found: [(Listener, HearingEstimate)] = []
        for number in hearers.coverage.listeners(reaching: cell) {
            // Equal by number: one without any uptime is down in any case.
            guard let listener = known[number] ?? Listener(number: number, kind: .feed) else { continue }
            let estimate = hearers.coverage.estimate(
                of: cell,
                kind: kind,
                by: listener,
                at: time,
                without: hearers.own,
                enough: rules.enoughPasses
            )
            found.append((listener, estimate))
        }
        found.sort { $0.0 < $1.0 }
        estimates[cell] = found
        return found
    }
}
