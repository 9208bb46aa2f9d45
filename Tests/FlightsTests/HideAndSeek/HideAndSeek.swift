import Aero

@testable import Flights

/// Lets a world fly day after day, learns its coverage, and judges silences of which the truth is known.
struct HideAndSeek {
    let world: TrafficWorld
    var judge = GapJudge()
    /// The share of the flights of a tested day that are judged with some of their messages taken away.
    var hiddenShare = 0.5
    private(set) var grid = CoverageGrid()
    private(set) var cases: [HiddenCase] = []
    /// What each was judged from, for judging it again by other rules.
    private var hearersOf: [(index: Int, hearers: Hearers)] = []
    var keepsHearers = false
    /// Passes of each day, for the site's own figures.
    private(set) var passesHeard: [Int] = []
    private var connected = Uptimes()
    private var heard = Uptimes()
    private var passesOf: [AircraftAddress: [Pass]] = [:]
    private var random: SplitMix

    init(_ world: TrafficWorld) {
        self.world = world
        random = SplitMix(state: world.seed ^ 0xABCD)
    }

    mutating func run() {
        for day in 0..<world.size.days {
            let flights = world.flights(on: day)
            let uptimes = learnUptimes(flights, day)
            var count = 0
            for flight in flights {
                var follower = PassFollower(aircraft: flight.aircraft, kind: .squitter)
                var passes: [Pass] = []
                for (_, point) in world.points(of: flight) { follower.add(point, into: &passes) }
                follower.finish(into: &passes)
                for pass in passes { grid.note(pass, listening: uptimes) }
                count += passes.count { !$0.heardBy.isEmpty }
                passesOf[flight.aircraft, default: []] += passes
            }
            passesHeard.append(count)
            guard day >= world.size.testedFrom else { continue }
            for flight in flights { judgeAll(flight, day, uptimes) }
        }
    }

    /// The same cases by other rules, from what was known then.
    func judged(by judge: GapJudge) -> [HiddenCase] {
        hearersOf.map { index, hearers in
            let one = cases[index]
            return one.judged(judge.verdict(on: one.verdict.gap, hearers: hearers, at: one.verdict.label.judgedAt))
        }
    }

    private mutating func learnUptimes(_ flights: [HeardFlight], _ day: Int) -> Uptimes {
        var minutes = [[Bool]](repeating: [Bool](repeating: false, count: 2 * 1_440), count: world.listeners.count)
        for flight in flights {
            for moment in flight.heard.indices where flight.heard[moment] != 0 {
                let minute = Int((flight.begin - Double(day) * 86_400 + Double(moment) * FlownRoute.step) / 60)
                guard (0..<2 * 1_440).contains(minute) else { continue }
                for index in world.listeners.indices where flight.heard[moment] & 1 << index != 0 {
                    minutes[index][minute] = true
                }
            }
        }
        let midnight = TrafficWorld.start.advanced(bySeconds: Double(day) * 86_400)
        for (index, listener) in world.listeners.enumerated() {
            for minute in minutes[index].indices where minutes[index][minute] {
                heard.noteHearing(at: midnight.advanced(bySeconds: Double(minute) * 60), by: listener)
            }
            var up = Double(day) * 86_400
            let told = world.outages.filter {
                $0.listener == index && $0.isTold && Int($0.span.lowerBound / 86_400) == day
            }
            for outage in told.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
                if outage.span.lowerBound > up { add(up...outage.span.lowerBound, listener) }
                up = max(up, outage.span.upperBound)
            }
            add(up...max(up, Double(day + 1) * 86_400), listener)
        }
        return connected.limited(by: heard)
    }

    private mutating func add(_ span: ClosedRange<Double>, _ listener: Listener) {
        let start = TrafficWorld.start
        connected.add(
            start.advanced(bySeconds: span.lowerBound)...start.advanced(bySeconds: span.upperBound),
            of: listener
        )
    }

    private mutating func judgeAll(_ flight: HeardFlight, _ day: Int, _ uptimes: Uptimes) {
        let route = world.routes[flight.route]
        var hidden: Range<Int>?
        if random.unit() < hiddenShare {
            let first = Int(random.number(0.02, 0.9) * Double(route.moments.count))
            hidden = first..<first + Int(random.number(720, 4_500) / FlownRoute.step)
        }
        let hearers = Hearers(
            coverage: grid,
            without: passesOf[flight.aircraft] ?? [],
            uptimes: uptimes
        )
        let plain = world.points(of: flight)
        for silence in silences(plain, of: flight) { judge(flight, silence, nil, hearers, day) }
        guard let hidden else { return }
        // Only what the hiding made; the rest was judged before.
        for silence in silences(world.points(of: flight, hiding: hidden), of: flight) {
            let (before, after) = (silence.before.moment, silence.after?.moment ?? route.moments.count)
            let taken = (before + 1..<after).contains { hidden.contains($0) && flight.heard[$0] != 0 }
            if taken { judge(flight, silence, hidden, hearers, day) }
        }
    }

    private typealias QuietSpell = (before: (moment: Int, point: KnownPoint), after: (moment: Int, point: KnownPoint)?)

    /// Silences of more than ten minutes that began in the air.
    private func silences(_ points: [(moment: Int, point: KnownPoint)], of flight: HeardFlight) -> [QuietSpell] {
        var found: [QuietSpell] = []
        for (before, after) in zip(points, points.dropFirst())
        where !before.point.isOnGround && after.point.time.seconds(since: before.point.time) > PassFollower.longestHop {
            found.append((before, after))
        }
        if let last = points.last, !last.point.isOnGround { found.append((last, nil)) }
        return found
    }

    private mutating func judge(
        _ flight: HeardFlight,
        _ silence: QuietSpell,
        _ hidden: Range<Int>?,
        _ hearers: Hearers,
        _ day: Int
    ) {
        let route = world.routes[flight.route]
        let inside = silence.before.moment + 1..<(silence.after?.moment ?? route.moments.count)
        guard let gap = gap(flight, silence), let truth = truth(flight, inside, hidden) else { return }
        let taken = inside.filter { hidden?.contains($0) ?? (flight.causes[$0] == .off) }
        let would = taken.count { flight.wouldBeHeard[$0] }
        let isWellCovered = truth == .off && would * 10 >= taken.count * 9 && taken.count * 10 >= inside.count * 9
        let heard = hearing(flight, inside, gap, hearers)
        let verdict = judge.verdict(
            on: gap,
            hearers: hearers,
            at: TrafficWorld.start.advanced(bySeconds: Double(day + 1) * 86_400)
        )
        cases.append(
            HiddenCase(
                truth: truth,
                isWellCovered: isWellCovered,
                isInLearnedAir: isWellCovered && !heard.isEmpty && heard.allSatisfy { $0 == .well },
                isNeverHeard: !heard.isEmpty && heard.allSatisfy { $0 == .never },
                isEnded: silence.after != nil,
                minutes: gap.duration / 60,
                day: day,
                verdict: verdict,
                airportRule: AirportRule.expectsCoverage(gap, world.airports)
            )
        )
        if keepsHearers { hearersOf.append((cases.count - 1, hearers)) }
    }

    private func gap(_ flight: HeardFlight, _ silence: QuietSpell) -> Silence? {
        let moments = world.routes[flight.route].moments
        func end(_ one: (moment: Int, point: KnownPoint)) -> SilenceEnd {
            SilenceEnd(
                time: one.point.time,
                position: one.point.position,
                altitude: one.point.altitude,
                track: one.point.track,
                groundSpeed: one.point.groundSpeed,
                verticalRate: moments[one.moment].rate
            )
        }
        if let after = silence.after {
            return Silence(aircraft: flight.aircraft, kind: .squitter, from: end(silence.before), to: end(after))
        }
        return Silence(
            aircraft: flight.aircraft,
            kind: .squitter,
            from: end(silence.before),
            silentUntil: silence.before.point.time.advanced(bySeconds: 5_400)
        )
    }

    /// Off, if it was silent by itself for five minutes of air in which it would have been heard; a shorter time of that kind makes no
    /// case. Else what kept most of the moments from being heard that would have been; natural if that is less than a third of all.
    private func truth(_ flight: HeardFlight, _ inside: Range<Int>, _ hidden: Range<Int>?) -> HiddenCase.Truth? {
        var counts: [HiddenCase.Truth: Int] = [:]
        for moment in inside where flight.wouldBeHeard[moment] {
            if let hidden, hidden.contains(moment), flight.heard[moment] != 0 {
                counts[.off, default: 0] += 1
                continue
            }
            switch flight.causes[moment] {
            case .nothing: break
            case .off: counts[.off, default: 0] += 1
            case .oldMask: counts[.oldMask, default: 0] += 1
            case .newMask: counts[.newMask, default: 0] += 1
            case .stopped: counts[.stopped, default: 0] += 1
            }
        }
        let off = counts[.off, default: 0]
        if off > 0 { return Double(off) * FlownRoute.step >= 300 ? .off : nil }
        let most = HiddenCase.Truth.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? .natural
        return counts[most, default: 0] * 3 < inside.count ? .natural : most
    }

    private enum Hearing { case never, some, well }

    /// How others are heard in the cells it truly crossed, but for those of the last and the next point.
    private func hearing(_ flight: HeardFlight, _ inside: Range<Int>, _ gap: Silence, _ hearers: Hearers) -> [Hearing] {
        let route = world.routes[flight.route]
        let ends = [gap.last, gap.next].compactMap { $0 }.map {
            CoverageCell($0.position, altitude: $0.altitude, at: $0.time)
        }
        let cells = Set(
            inside.filter { !route.moments[$0].isOnGround }.map {
                CoverageCell(
                    route.moments[$0].position,
                    altitude: route.moments[$0].altitude,
                    at: world.time(flight, $0)
                )
            }
        )
        return cells.filter { cell in !ends.contains { $0.isSameGround(as: cell) } }.map { cell in
            let estimates = world.listeners.map {
                hearers.coverage.estimate(of: cell, kind: .squitter, by: $0, at: gap.last.time, without: hearers.own)
            }
            if estimates.allSatisfy(\.isNeverHeard) { return .never }
            return estimates.contains { $0.passes >= 10 && ($0.mean ?? 0) >= 0.9 } ? .well : .some
        }
    }
}
