import Aero

/// Looks up who would have heard an aircraft in which cell; remembers what it found, since the paths of one silence share cells.
struct LookBook {
    private let hearers: Hearers
    private let kind: TransponderKind
    /// When the silence began.
    private let time: Timestamp
    private let rules: GapRules
    private var estimates: [CoverageCell: [(listener: Listener, estimate: HearingEstimate)]] = [:]
    private let known: [UInt32: Listener]

    init(_ hearers: Hearers, kind: TransponderKind, at time: Timestamp, rules: GapRules) {
        self.hearers = hearers
        self.kind = kind
        self.time = time
        self.rules = rules
        known = Dictionary(hearers.uptimes.listeners.map { ($0.number, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// Every listener that reaches a cell, best first among those that count, with what its look is worth.
    mutating func looks(at crossing: Crossing, ignoringUptimes: Bool = false) -> [Look] {
        var looks: [Look] = []
        var counted: [Listener] = []
        let found = estimates(of: crossing.cell).sorted { ($0.estimate.mean ?? 0) > ($1.estimate.mean ?? 0) }
        for (listener, estimate) in found {
            var standing = standing(of: estimate)
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
            looks.append(Look(listener: listener, estimate: estimate, standing: standing))
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

    private func standing(of estimate: HearingEstimate) -> Look.Standing {
        guard estimate.passes >= rules.enoughPasses else { return .tooFew }
        guard let last = estimate.lastHeard else { return .counted }
        // To the hour, so that up to one is no sign.
        let days = max(0, time.seconds(since: last) - 3_600) / 86_400
        let passesADay = estimate.heard * Trigonometry.naturalLogarithm(2) / hearers.coverage.halfLifeDays
        return passesADay * days > rules.quietAfter ? .goneQuiet : .counted
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
