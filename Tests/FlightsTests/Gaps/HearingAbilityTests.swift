import Aero
import Testing

@testable import Flights

@Suite struct HearingAbilityTests {
    private var air: CoveredAir
    private let second: Listener

    init() throws {
        air = try CoveredAir()
        second = try #require(Listener(number: 2, kind: .receiver))
        air.listen(second)
    }

    /// So many passes of one aircraft, heard by the second listener, and some of them by the first.
    private func ability(passes: Int, heardByBoth: Int) throws -> HearingAbility {
        var grid = CoverageGrid()
        for listener in [air.antenna, second] {
            var alone = try CoveredAir()
            alone.listen(second)
            try alone.fly(heard: 60, by: listener, rows: 280...280, columns: 380...380)
            try grid.merge(alone.grid)
        }
        let cell = try #require(CoverageCell(row: 280, column: 380, band: 4, block: 2))
        let own = (0..<passes).map { number in
            Pass(
                aircraft: AircraftAddress(icao: 7),
                kind: .squitter,
                cell: cell,
                entered: air.noon,
                left: air.noon,
                heardBy: number < heardByBoth ? [air.antenna, second] : [second]
            )
        }
        for pass in own { grid.note(pass, listening: air.uptimes) }
        return Hearers(coverage: grid, without: own, uptimes: air.uptimes).ability
    }

    @Test("who is heard as others are has the whole share, who by every other listener only has half of it")
    func shares() throws {
        let (well, badly) = (try ability(passes: 40, heardByBoth: 40), try ability(passes: 40, heardByBoth: 0))
        #expect(well.chances == 80 && well.missed == 0 && well.share == 1)
        // Of the second listener nothing is learned where nobody else heard it: whether it sent is not known otherwise.
        #expect(badly.chances == 40 && badly.missed == 40)
        #expect(badly.share < 0.06)
        let half = try ability(passes: 40, heardByBoth: 20)
        #expect(half.chances == 60 && half.missed == 20 && abs(half.share - 42 / 62.0) < 0.02)
    }

    @Test func nothingIsKnownOfWhoWasNeverSeen() throws { #expect(try ability(passes: 0, heardByBoth: 0).share == 1) }
}
