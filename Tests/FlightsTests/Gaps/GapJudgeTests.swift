import Aero
import Testing

@testable import Flights

@Suite struct GapJudgeTests {
    private var air: CoveredAir

    init() throws { air = try CoveredAir() }

    @Test("where fifty others were all heard, silence is most likely off the air, and the verdict shows why")
    mutating func offLikely() throws {
        try air.fly(heard: 50, by: air.antenna)
        let verdict = air.judge(try air.gap())
        #expect(verdict.gapClass == .offLikely && verdict.knowing == .inferred)
        #expect(verdict.label.offAtLeast >= 0.95 && verdict.label.offAtLeast < 1)
        #expect(verdict.evidence.fewestPasses == 50)
        #expect(verdict.evidence.listeners == [air.antenna])
        #expect(verdict.evidence.pathsTried == 10)
        #expect(verdict.evidence.crossings.count >= 5)
        for crossing in verdict.evidence.crossings {
            #expect(
                verdict.gap.span.contains(crossing.span.earliest) && verdict.gap.span.contains(crossing.span.latest)
            )
            let look = try #require(crossing.looks.first)
            #expect(abs(try #require(look.estimate.mean) - 50.5 / 51) < 1e-6)
            #expect(try #require(look.estimate.interval90).lowerBound > 0.9)
        }
    }

    @Test("nine passes are too few, none is no coverage and leaves the prior")
    mutating func tooFew() throws {
        #expect(air.judge(try air.gap()).gapClass == .noCoverage)
        #expect(abs(air.judge(try air.gap()).label.offAtLeast - 0.02) < 1e-12)
        try air.fly(heard: 9, by: air.antenna)
        let verdict = air.judge(try air.gap())
        #expect(verdict.gapClass == .undetermined && verdict.knowing == .unknown)
        #expect(abs(verdict.label.offAtLeast - 0.02) < 1e-12)
        #expect(verdict.evidence.crossings.allSatisfy { $0.looks.allSatisfy { $0.standing == .tooFew } })
    }

    @Test mutating func hardlyAnybodyHeardIsNoCoverage() throws {
        try air.fly(heard: 1, missed: 40, by: air.antenna)
        #expect(air.judge(try air.gap()).gapClass == .noCoverage)
    }

    @Test mutating func heardByHalfIsUndetermined() throws {
        try air.fly(heard: 20, missed: 20, by: air.antenna)
        #expect(air.judge(try air.gap()).gapClass == .undetermined)
    }

    @Test("a receiver that was down, even for a part, or of which nothing is known", arguments: [0, 1, 2])
    mutating func down(how: Int) throws {
        try air.fly(heard: 50, by: air.antenna)
        air.uptimes = Uptimes()
        switch how {
        case 0: air.listen(air.antenna, from: -1e6, to: 60)
        case 1: air.listen(air.antenna, from: 3_000)
        default: break
        }
        let verdict = air.judge(try air.gap())
        #expect(verdict.gapClass == .receiverDown)
        #expect(verdict.label.offAtLeast < 0.03)
        #expect(verdict.evidence.crossings.contains { $0.looks.contains { $0.standing == .down } })
    }

    @Test("heard above, not as low as it was")
    mutating func belowHorizon() throws {
        try air.fly(heard: 50, by: air.antenna)
        let verdict = air.judge(try air.gap(altitude: 4_000))
        #expect(verdict.gapClass == .belowHorizon)
        #expect(abs(verdict.label.offAtLeast - 0.02) < 1e-12)
    }

    @Test mutating func landedWhenToldSo() throws {
        try air.fly(heard: 50, by: air.antenna)
        #expect(air.judge(try air.gap(), stopLeads: true).gapClass == .landed)
    }

    @Test("a silence within the cells where it was heard says nothing")
    mutating func tooShort() throws {
        try air.fly(heard: 500, by: air.antenna)
        let verdict = air.judge(try air.gap(minutes: 3))
        #expect(verdict.gapClass == .undetermined)
        #expect(verdict.evidence.crossings.isEmpty)
    }

    @Test("the path hardest to hear decides: dark air within reach beside the covered way")
    mutating func darkDetour() throws {
        // Only the half degree of the direct way is covered; the type can be 1.5 degrees off.
        try air.fly(heard: 50, by: air.antenna, rows: 280...280)
        let verdict = air.judge(try air.gap())
        #expect(verdict.gapClass == .undetermined)
        #expect(verdict.evidence.path != .greatCircle)
    }

    @Test("its own passes do not judge it")
    mutating func leaveOneOut() throws {
        try air.fly(heard: 6, by: air.antenna)
        var own: [Pass] = []
        for row in 270...290 {
            for column in 370...410 {
                for band in [AltitudeBand.high, .cruise] {
                    let cell = try #require(CoverageCell(row: row, column: column, band: band.rawValue, block: 2))
                    for _ in 0..<50 {
                        let pass = Pass(
                            aircraft: AircraftAddress(icao: 7),
                            kind: .squitter,
                            cell: cell,
                            entered: air.noon,
                            left: air.noon,
                            heardBy: [air.antenna]
                        )
                        own.append(pass)
                        air.grid.note(pass, listening: air.uptimes)
                    }
                }
            }
        }
        #expect(air.judge(try air.gap()).gapClass == .offLikely)
        let left = air.judge(try air.gap(), own: own)
        #expect(left.gapClass == .undetermined)
    }

    @Test("listeners that may share receivers count as the best of them, those known to differ count both")
    mutating func independence() throws {
        let feeds = try [11, 12].map { try #require(Listener(number: $0, kind: .feed)) }
        for feed in feeds {
            air.listen(feed)
            try air.fly(heard: 12, by: feed, aircraft: feed.number * 0x1000)
        }
        // Misses of the one while the other learned are not what this is about.
        var grid = CoverageGrid()
        for feed in feeds {
            var alone = try CoveredAir()
            try alone.fly(heard: 12, by: feed)
            try grid.merge(alone.grid)
        }
        air.grid = grid
        let unknown = air.judge(try air.gap())
        var roster = ListenerRoster()
        roster.set([1], of: feeds[0])
        roster.set([2], of: feeds[1])
        let differing = air.judge(try air.gap(), roster: roster)
        #expect(differing.evidence.silentAtMost <= unknown.evidence.silentAtMost)
        #expect(unknown.evidence.crossings.allSatisfy { $0.looks.filter { $0.standing == .counted }.count <= 1 })
        #expect(differing.evidence.crossings.allSatisfy { $0.looks.filter { $0.standing == .counted }.count == 2 })
        roster.set([2, 1], of: feeds[1])
        #expect(air.judge(try air.gap(), roster: roster).evidence.silentAtMost == unknown.evidence.silentAtMost)
    }

    @Test("where others were heard daily, and for days nobody was, silence proves nothing")
    mutating func goneQuiet() throws {
        for day in 5...60 { try air.fly(heard: 3, by: air.antenna, days: Double(day)) }
        let verdict = air.judge(try air.gap())
        #expect(verdict.gapClass == .undetermined)
        #expect(verdict.evidence.crossings.contains { $0.looks.contains { $0.standing == .goneQuiet } })
        try air.fly(heard: 1, by: air.antenna, days: 0)
        #expect(air.judge(try air.gap()).gapClass == .offLikely)
    }

    @Test("on and on silent: on every way ahead, also straight down, it would have been heard")
    mutating func notHeardAgain() throws {
        try air.fly(heard: 50, by: air.antenna, bands: AltitudeBand.allCases)
        let covered = air.judge(try air.gap(isHeardAgain: false))
        #expect(covered.gapClass == .offLikely)
        var above = try CoveredAir()
        try above.fly(heard: 50, by: above.antenna)
        // Down below nobody is heard: it may have gone there.
        #expect(above.judge(try above.gap(rate: -1_500, isHeardAgain: false)).gapClass != .offLikely)
        #expect(
            above.judge(try above.gap(altitude: 9_000, rate: -1_500, isHeardAgain: false)).gapClass == .belowHorizon
        )
    }

    @Test("judged again later: the old label and its time are kept")
    mutating func judgedAgain() throws {
        let first = air.judge(try air.gap())
        try air.fly(heard: 50, by: air.antenna)
        let second = air.judge(try air.gap()).replacing(first)
        #expect(second.gapClass == .offLikely)
        #expect(second.earlier == [first.label])
        let same = air.judge(try air.gap()).replacing(second)
        #expect(same.earlier == [first.label] && same.label.judgedAt == second.label.judgedAt)
        var wavering = first
        for round in 0..<100 {
            let air = round % 2 == 0 ? air : try CoveredAir()
            wavering = air.judge(try air.gap()).replacing(wavering)
        }
        #expect(wavering.earlier.count == GapVerdict.mostEarlier)
        #expect(wavering.earlier.first == first.label)
    }

    @Test("the same across the 180th meridian")
    mutating func datelineMakesNoDifference() throws {
        try air.fly(heard: 40, missed: 1, by: air.antenna, columns: 374...390)
        var far = try CoveredAir()
        // 344 columns, 172 degrees further east.
        try far.fly(heard: 40, missed: 1, by: far.antenna, columns: 374 + 344...390 + 344)
        for minutes in [20.0, 30, 45] {
            let here = air.judge(try air.gap(minutes: minutes))
            let there = far.judge(try far.gap(minutes: minutes, longitude: 179))
            #expect(here.gapClass == there.gapClass)
            #expect(abs(here.label.offAtLeast - there.label.offAtLeast) < 1e-6)
        }
    }

    @Test func twiceTheSame() throws {
        var air = try CoveredAir()
        try air.fly(heard: 30, missed: 2, by: air.antenna)
        #expect(air.judge(try air.gap()) == air.judge(try air.gap()))
    }
}
