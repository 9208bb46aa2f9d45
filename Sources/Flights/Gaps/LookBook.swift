import Aero

/// Looks up who would have heard an aircraft in which cell; remembers what it found, since the paths of one silence share cells.
struct LookBook {
    private typealias Heard = (listener: Listener, estimate: HearingEstimate)

    private let hearers: Hearers
    private let kind: TransponderKind
    /// When the silence began.
    private let time: Timestamp
    /// Until when it is known who was heard.
    private let now: Timestamp
    private let rules: GapRules
    private var estimates: [CoverageCell: [Heard]] = [:]
    private var prospects: [Moment: [Look]] = [:]
    private let known: [UInt32: Listener]

    /// A cell in one hour.
    private struct Moment: Hashable {
        let cell: CoverageCell
        let hour: UInt32
    }

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
        var counted = IndependentListeners(hearers.roster)
        for prospect in prospects(of: crossing.cell, at: crossing.entered) {
            var standing = prospect.standing
            let listener = prospect.listener
            if standing == .counted, !ignoringUptimes,
                !hearers.uptimes.isUp(listener, throughout: crossing.entered...crossing.left)
            {
                standing = .down
            }
            // Nobody asked for what is there.
            if standing == .counted, let area = hearers.coverage.areas[listener.number], !area.covers(crossing.cell) {
                standing = .down
            }
            if standing == .counted, !counted.add(listener) { standing = .dependent }
            looks.append(
                Look(listener: listener, estimate: prospect.estimate, hearing: prospect.hearing, standing: standing)
            )
        }
        return looks
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

    /// The looks at a cell but for uptimes and shared receivers, best first.
    private mutating func prospects(of cell: CoverageCell, at moment: Timestamp) -> [Look] {
        let key = Moment(cell: cell, hour: CoverageGrid.hour(of: moment))
        if let found = prospects[key] { return found }
        let around = cell.neighbours.map { estimates(of: $0) }
        let beside = AltitudeBand.allCases
            .filter { abs(Int($0.rawValue) - Int(cell.band.rawValue)) == 1 }
            .map { estimates(of: cell.with(band: $0)) }
        var looks: [Look] = []
        for (listener, estimate) in estimates(of: cell) {
            let neighbours = around.compactMap { Self.estimate(by: listener, among: $0) }
            let bands = beside.compactMap { Self.estimate(by: listener, among: $0) }
            var standing = Look.Standing.counted
            if estimate.passes < rules.enoughPasses {
                standing = .tooFew
            } else if hasGoneQuiet([estimate], at: moment, 1)
                // One aircraft crosses about three of nine cells.
                || hasGoneQuiet(neighbours + [estimate], at: moment, 3)
                // What silences one height may begin anywhere in the band beside it.
                || bands.contains(where: { hasGoneQuiet([$0], at: moment, 1) })
            {
                standing = .goneQuiet
            }
            looks.append(
                Look(
                    listener: listener,
                    estimate: estimate,
                    hearing: hearing(estimate, neighbours),
                    standing: standing
                )
            )
        }
        looks.sort { ($1.hearing, $0.listener) < ($0.hearing, $1.listener) }
        prospects[key] = looks
        return looks
    }

    /// As in the cell, or as in the worst of those around where that is known: a cell at the edge of the coverage is heard in a part only.
    private func hearing(_ estimate: HearingEstimate, _ neighbours: [HearingEstimate]) -> Double {
        guard let mean = estimate.mean else { return 0 }
        var worst = mean
        for other in neighbours where other.passes >= rules.enoughPasses {
            let heard = other.heard + rules.borrowedPasses * mean
            worst = min(worst, heard / (other.passes + rules.borrowedPasses))
        }
        return worst * hearers.ability.share
    }

    /// Whether cells, taken for one, were silent about a moment for longer than chance allows.
    ///
    /// - Parameter cellsOfOnePass: how many of these cells one aircraft crosses.
    private func hasGoneQuiet(_ cells: [HearingEstimate], at moment: Timestamp, _ cellsOfOnePass: Double) -> Bool {
        var hours = HearingHours()
        var rates = SIMD4<Double>.zero
        for cell in cells {
            hours.add(cell.hours)
            rates += cell.heardByBlock
        }
        let one = HearingEstimate(heard: 0, missed: 0, hours: hours, heardByBlock: rates, isOfWholeDay: true)
        return one.missing(about: moment, until: now) > cellsOfOnePass * rules.quietAfter
    }

    /// - Parameter found: listeners rise.
    private static func estimate(by listener: Listener, among found: [Heard]) -> HearingEstimate? {
        var (low, high) = (0, found.count)
        while low < high {
            let middle = (low + high) / 2
            if found[middle].listener < listener { low = middle + 1 } else { high = middle }
        }
        return low < found.count && found[low].listener == listener ? found[low].estimate : nil
    }

    private mutating func estimates(of cell: CoverageCell) -> [Heard] {
        if let found = estimates[cell] { return found }
        var found: [Heard] = []
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
        found.sort { $0.listener < $1.listener }
        estimates[cell] = found
        return found
    }
}
