import Aero
import Testing

@testable import Flights

@Suite struct CoverageGridTests {
    private let antenna: Listener
    private let other: Listener
    private let cell: CoverageCell
    private let noon = Timestamp(seconds: 1_750_075_200)

    init() throws {
        antenna = try #require(Listener(number: 1, kind: .receiver))
        other = try #require(Listener(number: 2, kind: .receiver))
        let place = try #require(Position(latitude: 51.2, longitude: 7.1))
        cell = CoverageCell(place, altitude: 35_000, at: noon)
    }

    private func pass(
        _ aircraft: UInt32,
        at time: Timestamp? = nil,
        kind: TransponderKind = .squitter,
        by listeners: [Listener]
    ) -> Pass {
        let entered = time ?? noon
        return Pass(
            aircraft: AircraftAddress(icao: aircraft),
            kind: kind,
            cell: cell,
            entered: entered,
            left: entered.advanced(bySeconds: 180),
            heardBy: listeners
        )
    }

    private func always(_ listeners: Listener...) -> Uptimes {
        var uptimes = Uptimes()
        for listener in listeners { uptimes.add(Timestamp(seconds: 0)...Timestamp(seconds: 4e9), of: listener) }
        return uptimes
    }

    @Test func neverHeardIsNoProbability() {
        let estimate = CoverageGrid().estimate(of: cell, kind: .squitter, by: antenna, at: noon)
        #expect(estimate.isNeverHeard && estimate.mean == nil && estimate.interval90 == nil && estimate.passes == 0)
    }

    @Test("Beta(1/2 + s, 1/2 + f)")
    func counts() throws {
        var grid = CoverageGrid()
        let up = always(antenna)
        for index in 0..<9 { grid.note(pass(UInt32(index), by: [antenna]), listening: up) }
        grid.note(pass(99, by: []), listening: up)
        let estimate = grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon)
        #expect(estimate.heard == 9 && estimate.missed == 1)
        #expect(abs(try #require(estimate.mean) - 9.5 / 11) < 1e-12)
        let interval = try #require(estimate.interval90)
        #expect(abs(interval.lowerBound - 0.6694371967398653) < 1e-9)
        #expect(abs(interval.upperBound - 0.9821080119442521) < 1e-9)
    }

    @Test("a receiver that was down, or of which nothing is known, proves nothing")
    func downtime() {
        var grid = CoverageGrid()
        grid.note(pass(1, by: [antenna]), listening: Uptimes())
        var partly = Uptimes()
        partly.add(noon...noon.advanced(bySeconds: 100), of: antenna)
        for uptimes in [Uptimes(), partly, always(other)] { grid.note(pass(2, by: []), listening: uptimes) }
        let estimate = grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon)
        #expect(estimate.heard == 1 && estimate.missed == 0)
    }

    @Test("misses count only where the listener was heard to reach: beside and above, not far away")
    func reach() throws {
        var grid = CoverageGrid()
        let up = always(antenna)
        grid.note(pass(1, by: []), listening: up)
        #expect(grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon).isNeverHeard)
        let beside = try #require(CoverageCell(row: cell.row + 1, column: cell.column - 1, band: 2, block: 0))
        grid.note(
            Pass(
                aircraft: AircraftAddress(icao: 5),
                kind: .replies,
                cell: beside,
                entered: noon,
                left: noon,
                heardBy: [antenna]
            ),
            listening: up
        )
        grid.note(pass(1, by: []), listening: up)
        #expect(grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon).missed == 1)
    }

    @Test func listenersAndKindsAreApart() {
        var grid = CoverageGrid()
        let up = always(antenna, other)
        grid.note(pass(1, by: [antenna]), listening: up)
        grid.note(pass(2, kind: .replies, by: [other]), listening: up)
        #expect(grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon).heard == 1)
        #expect(grid.estimate(of: cell, kind: .squitter, by: other, at: noon).heard == 0)
        #expect(grid.estimate(of: cell, kind: .replies, by: other, at: noon).heard == 1)
        #expect(grid.estimate(of: cell, kind: .replies, by: antenna, at: noon).missed == 1)
        #expect(grid.estimate(of: cell, kind: .universalAccess, by: antenna, at: noon).isNeverHeard)
    }

    @Test("half after the half-life, in whatever order the passes come", arguments: [30.0, 7])
    func fading(halfLife: Double) {
        let days = [0.0, 3, 30, 31, 60, 11, 5, 44]
        var expected = 0.0
        for day in days { expected += Trigonometry.power(0.5, (60 - day) / halfLife) }
        for order in [days, days.reversed(), days.sorted()] {
            var grid = CoverageGrid(halfLifeDays: halfLife)
            for day in order {
                grid.note(pass(1, at: noon.advanced(bySeconds: day * 86_400), by: [antenna]), listening: Uptimes())
            }
            let estimate = grid.estimate(
                of: cell,
                kind: .squitter,
                by: antenna,
                at: noon.advanced(bySeconds: 60 * 86_400)
            )
            #expect(abs(estimate.heard - expected) < 1e-4)
            let later = grid.estimate(
                of: cell,
                kind: .squitter,
                by: antenna,
                at: noon.advanced(bySeconds: (60 + halfLife) * 86_400)
            )
            #expect(abs(later.heard - expected / 2) < 1e-4)
        }
    }

    @Test("an aircraft's own passes are left out, heard or not")
    func leaveOneOut() {
        var grid = CoverageGrid()
        let up = always(antenna)
        let others = (0..<12).map { pass(UInt32(100 + $0), by: [antenna]) }
        let own = [
            pass(7, by: []), pass(7, by: []), pass(7, at: noon.advanced(bySeconds: -40 * 86_400), by: [antenna]),
        ]
        for pass in others + own { grid.note(pass, listening: up) }
        let judged = grid.estimate(
            of: cell,
            kind: .squitter,
            by: antenna,
            at: noon,
            without: grid.part(of: own, listening: up)
        )
        #expect(abs(judged.heard - 12) < 1e-4 && abs(judged.missed) < 1e-4)
        let alone = CoverageGrid().estimate(
            of: cell,
            kind: .squitter,
            by: antenna,
            at: noon,
            without: grid.part(of: own, listening: up)
        )
        #expect(alone.isNeverHeard)
    }

    @Test("the hours of the cell are asked first, then the whole day")
    func hours() {
        var grid = CoverageGrid()
        for hour in [-12.0, -6, 0] {
            let time = noon.advanced(bySeconds: hour * 3_600)
            for index in 0..<(hour == 0 ? 3 : 8) {
                grid.note(
                    Pass(
                        aircraft: AircraftAddress(icao: UInt32(index)),
                        kind: .squitter,
                        cell: cell.with(block: hour == 0 ? cell.block : (hour == -6 ? 1 : 0)),
                        entered: time,
                        left: time,
                        heardBy: [antenna]
                    ),
                    listening: Uptimes()
                )
            }
        }
        let few = grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon)
        #expect(few.passes == 19 && few.isOfWholeDay)
        let enough = grid.estimate(of: cell, kind: .squitter, by: antenna, at: noon, enough: 3)
        #expect(enough.passes == 3 && !enough.isOfWholeDay)
    }

    @Test("two halves merged know what one grid knows")
    func merging() throws {
        let up = always(antenna, other)
        var whole = CoverageGrid()
        var halves = [CoverageGrid(), CoverageGrid()]
        for index in 0..<60 {
            let one = pass(
                UInt32(index),
                at: noon.advanced(bySeconds: Double(index * 7 % 60) * 86_400),
                by: index % 5 == 0 ? [other] : [antenna, other]
            )
            // Both halves have heard both, so that misses count in each.
            whole.note(one, listening: up)
            halves[index % 2].note(one, listening: up)
        }
        try halves[0].merge(halves[1])
        #expect(halves[0].count == whole.count)
        for listener in [antenna, other] {
            let at = noon.advanced(bySeconds: 61 * 86_400)
            let one = whole.estimate(of: cell, kind: .squitter, by: listener, at: at)
            let two = halves[0].estimate(of: cell, kind: .squitter, by: listener, at: at)
            // The first pass of each half may be a miss before anything was heard.
            #expect(abs(one.heard - two.heard) < 1e-3 && abs(one.missed - two.missed) <= 1)
        }
        var slow = CoverageGrid(halfLifeDays: 90)
        #expect(throws: CoverageMergeError.otherHalfLife(days: 30, expected: 90)) { try slow.merge(whole) }
    }

    @Test("no more counts than the capacity; faded ones make room")
    func bounded() throws {
        var grid = CoverageGrid(halfLifeDays: 1, capacity: 50)
        for day in 0..<40 {
            for column in 0..<20 {
                let far = try #require(CoverageCell(row: 100 + day, column: column, band: 4, block: 0))
                let time = noon.advanced(bySeconds: Double(day) * 86_400)
                grid.note(
                    Pass(
                        aircraft: AircraftAddress(icao: 1),
                        kind: .squitter,
                        cell: far,
                        entered: time,
                        left: time,
                        heardBy: [antenna]
                    ),
                    listening: Uptimes()
                )
            }
            #expect(grid.count <= 50)
        }
        #expect(grid.refused > 0)
        let old = try #require(CoverageCell(row: 100, column: 3, band: 4, block: 0))
        let now = noon.advanced(bySeconds: 40 * 86_400)
        #expect(grid.estimate(of: old, kind: .squitter, by: antenna, at: now).isNeverHeard)
        #expect(grid.refused < 40 * 20)
    }
}
