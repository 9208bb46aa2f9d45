import Aero

extension SilenceBasis {
    /// The part of it that judging an account's silences can look at: what it says of them is the same, by these rules.
    ///
    /// Of the air it has the cells of all paths, those beside, the heights above and below, and the cells of the aircraft's own passes, as these
    /// say how well it is heard; of uptimes the silences and the passes. Listeners have numbers of this part alone, rising as theirs do, and of
    /// an area that is asked for it is told in which of these half degrees it lies.
    public func part(
        for account: FlightAccount,
        rules: GapRules = GapRules(),
        reach: ReachRules = ReachRules()
    ) -> SilenceBasis {
        let silences = silences(of: account).map(\.silence)
        var view = CoverageView()
        for silence in silences {
            var maker = PathMaker(silence, limits: FlightLimits(account.limits, reach))
            let ends = silence.endCells
            for path in maker.paths() {
                for crossing in path.crossings(leavingOut: ends, shortest: rules.shortestCrossing) {
                    view.note(crossing: crossing.cell)
                }
            }
        }
        for pass in passes { view.note(pass: pass.cell) }
        var counts = view.counts(of: learned.coverage, kinds: Set(passes.map(\.kind)).union([kind]))
        let listeners = Set(counts.keys.map(\.listener)).union(passes.flatMap(\.heardBy).map(\.number)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: listeners.enumerated().map { ($1, UInt32($0 + 1)) })
        counts = counts.reduce(into: [:]) { renumbered, entry in
            guard let cell = entry.key.cell, let number = numbers[entry.key.listener] else { return }
            renumbered[CoverageKey(cell, number, entry.key.kind)] = entry.value
        }
        var grid = CoverageGrid(halfLifeDays: learned.coverage.halfLifeDays, capacity: learned.coverage.capacity)
        grid.counts = counts
        grid.rebuildReach()
        for (number, area) in learned.coverage.areas {
            guard let own = numbers[number] else { continue }
            grid.areas[own] = .halfDegrees(view.looked.filter { view.isCovered($0, by: area) })
        }
        let windows = Self.windows(
            silences.map { $0.last.time...$0.until } + passes.map { $0.entered...$0.left }
        )
        return SilenceBasis(
            LearnedCoverage(
                coverage: grid,
                uptimes: learned.uptimes.part(of: numbers, during: windows),
                roster: learned.roster.part(of: numbers, learned.uptimes),
                learned: learned.learned
            ),
            passes: passes.map { $0.heard(by: numbers) },
            kind: kind,
            judgedAt: judgedAt
        )
    }

    /// Rising and apart. A second at either side, so that what is asked within them never lies beside by rounding.
    private static func windows(_ spans: [ClosedRange<Timestamp>]) -> [ClosedRange<Timestamp>] {
        let wide = spans.map { $0.lowerBound.advanced(bySeconds: -1)...$0.upperBound.advanced(bySeconds: 1) }
        var windows: [ClosedRange<Timestamp>] = []
        for span in wide.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = windows.last, span.lowerBound <= last.upperBound {
                windows[windows.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                windows.append(span)
            }
        }
        return windows
    }
}

extension Silence {
    /// The half degrees of its ends: there it was heard.
    var endCells: Set<UInt32> {
        Set(
            [last, next].compactMap { $0 }.map { end in
                CoverageCell(end.position, altitude: end.altitude, at: end.time).ground
            }
        )
    }
}

extension Pass {
    /// The same with other numbers of those who heard it.
    fileprivate func heard(by numbers: [UInt32: UInt32]) -> Pass {
        Pass(
            aircraft: aircraft,
            kind: kind,
            cell: cell,
            entered: entered,
            left: left,
            heardBy: heardBy.compactMap { numbers[$0.number].flatMap { Listener(number: $0, kind: .feed) } },
            isHeardByTheseAlone: isHeardByTheseAlone
        )
    }
}

extension Uptimes {
    /// What of the uptimes of some listeners lies in some windows, under other numbers.
    ///
    /// - Parameter windows: rising and apart.
    fileprivate func part(of numbers: [UInt32: UInt32], during windows: [ClosedRange<Timestamp>]) -> Uptimes {
        var part = Uptimes()
        for listener in listeners {
            guard let own = numbers[listener.number].flatMap({ Listener(number: $0, kind: .feed) }) else { continue }
            let intervals = intervals(of: listener)
            var next = 0
            for window in windows {
                while next < intervals.count, intervals[next].upperBound < window.lowerBound { next += 1 }
                var index = next
                while index < intervals.count, intervals[index].lowerBound <= window.upperBound {
                    part.add(intervals[index].clamped(to: window), of: own)
                    index += 1
                }
            }
        }
        return part
    }
}

extension ListenerRoster {
    /// Whose receivers are known, under other numbers, and theirs too.
    ///
    /// - Parameter uptimes: by whose listeners it is looked up: they say which is one receiver by itself.
    fileprivate func part(of numbers: [UInt32: UInt32], _ uptimes: Uptimes) -> ListenerRoster {
        let told = uptimes.listeners.reduce(into: [UInt32: Listener]()) { $0[$1.number] = $1 }
        var known: [(listener: UInt32, receivers: Set<UInt64>)] = []
        for (number, own) in numbers {
            guard let listener = told[number] ?? Listener(number: number, kind: .feed),
                let receivers = receivers(behind: listener)
            else { continue }
            known.append((own, receivers))
        }
        let all = known.reduce(into: Set<UInt64>()) { $0.formUnion($1.receivers) }.sorted()
        let renumbered = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, UInt64($0 + 1)) })
        var part = ListenerRoster()
        for (number, receivers) in known {
            guard let listener = Listener(number: number, kind: .feed) else { continue }
            part.set(Set(receivers.compactMap { renumbered[$0] }), of: listener)
        }
        return part
    }
}
