import Aero
import Testing

@testable import Flights

/// Air in which so many others were heard and missed, for tests of the judge. Five degrees about 50 N 10 E, unless told otherwise.
struct CoveredAir {
    var grid = CoverageGrid()
    var uptimes = Uptimes()
    let noon = Timestamp(seconds: 1_750_075_200)
    let antenna: Listener

    init() throws {
        antenna = try #require(Listener(number: 1, kind: .receiver))
        listen(antenna)
    }

    mutating func listen(_ listener: Listener, from: Double = -1e6, to: Double = 1e6) {
        uptimes.add(noon.advanced(bySeconds: from)...noon.advanced(bySeconds: to), of: listener)
    }

    /// - Parameter days: before noon, when they flew.
    mutating func fly(
        heard: Int,
        missed: Int = 0,
        by listener: Listener,
        bands: [AltitudeBand] = [.high, .cruise],
        rows: ClosedRange<Int> = 270...290,
        columns: ClosedRange<Int> = 370...410,
        days: Double = 0,
        aircraft: UInt32 = 0x1000
    ) throws {
        for row in rows {
            for column in columns {
                for band in bands {
                    let time = noon.advanced(bySeconds: -days * 86_400)
                    let block = CoverageCell(try #require(Position(latitude: 0, longitude: 0)), altitude: 0, at: time)
                        .block
                    let cell = try #require(
                        CoverageCell(row: row, column: (column + 720) % 720, band: band.rawValue, block: block)
                    )
                    for number in 0..<heard + missed {
                        let pass = Pass(
                            aircraft: AircraftAddress(icao: aircraft + UInt32(number)),
                            kind: .squitter,
                            cell: cell,
                            entered: time,
                            left: time,
                            heardBy: number < heard ? [listener] : []
                        )
                        grid.note(pass, listening: uptimes)
                    }
                }
            }
        }
    }

    /// A silence eastbound along 50 N; 30 minutes are 417 km, 12 cells.
    func gap(
        minutes: Double = 30,
        altitude: Feet = 36_000,
        longitude: Double = 7,
        latitude: Double = 50.25,
        rate: FeetPerMinute = 0,
        isHeardAgain: Bool = true,
        aircraft: UInt32 = 7
    ) throws -> Silence {
        let start = try #require(Position(latitude: latitude, longitude: longitude))
        let end = Geodesy.destination(
            from: start,
            bearing: 90,
            distance: Metres(Knots(450).metresPerSecond * minutes * 60)
        )
        let last = SilenceEnd(
            time: noon,
            position: start,
            altitude: altitude,
            track: 90,
            groundSpeed: 450,
            verticalRate: rate
        )
        let until = noon.advanced(bySeconds: minutes * 60)
        let address = AircraftAddress(icao: aircraft)
        if !isHeardAgain {
            return try #require(Silence(aircraft: address, kind: .squitter, from: last, silentUntil: until))
        }
        let next = SilenceEnd(time: until, position: end, altitude: altitude, track: 92, groundSpeed: 450)
        return try #require(Silence(aircraft: address, kind: .squitter, from: last, to: next))
    }

    func judge(
        _ gap: Silence,
        own: [Pass] = [],
        roster: ListenerRoster = ListenerRoster(),
        stopLeads: Bool = false
    ) -> GapVerdict {
        GapJudge().verdict(
            on: gap,
            hearers: Hearers(coverage: grid, without: own, uptimes: uptimes, roster: roster),
            stopLeads: stopLeads,
            at: noon.advanced(bySeconds: 7_200)
        )
    }
}
