import Aero
import Flights
import ModeS

@testable import Tracking

/// A flight from Soekarno-Hatta out over the Java Sea, a silence of an hour, and back to Halim from the east: made by hand, second by second.
enum JavaFlight {
    static let address = AircraftAddress(icao: 0x8A_0123)
    /// 18 June 2024, 01:00 UTC.
    static let start = 1_718_668_800.0 + 3_600
    static let receiver: UInt32 = 7
    /// Seconds after the start: last heard before the silence, and first after it.
    static let lost = 1_200.0
    static let found = 4_800.0
    static let end = 6_400.0

    private struct State {
        var latitude: Double
        var longitude: Double
        var feet = 0
        var knots = 0
        var rate = 0
        var track = 0.0
    }

    private static let soekarno = (latitude: -6.12557, longitude: 106.656)
    private static let halim = (latitude: -6.26661, longitude: 106.89099)
    /// Degrees a second: 445 kt.
    private static let speed = 0.00206

    /// Where it is by the second; `nil` while nothing is heard.
    private static func state(_ second: Double) -> State? {
        switch second {
        case ..<120: return State(latitude: soekarno.latitude, longitude: soekarno.longitude)
        case ...lost:
            let flown = second - 120
            return State(
                latitude: soekarno.latitude + flown * speed,
                longitude: soekarno.longitude,
                feet: min(10_000, Int(flown) * 40),
                knots: 440,
                rate: flown < 250 ? 2_400 : 0
            )
        case ..<found: return nil
        case ..<(found + 1_200):
            let left = found + 1_200 - second
            return State(
                latitude: halim.latitude,
                longitude: halim.longitude + left * speed,
                feet: min(10_000, Int(left) * 24 + 34),
                knots: 440,
                rate: left < 415 ? -1_440 : 0,
                track: 270
            )
        default: return State(latitude: halim.latitude, longitude: halim.longitude, knots: 8)
        }
    }

    static func batch(
        _ address: AircraftAddress = JavaFlight.address,
        from start: Double = JavaFlight.start
    )
        -> ObservationBatch
    {
        var batch = ObservationBatch()
        let aircraft = ArchivedAircraft(address)
        let set = batch.place(of: ReceiverSet([receiver]))
        for second in stride(from: 0, through: end, by: 4) {
            guard let now = state(second) else { continue }
            let isOnGround = now.knots < 50
            var row = Observation(
                at: Timestamp(seconds: start + second),
                sourceClass: .adsbICAO,
                flags: isOnGround ? .onGround : [],
                heardBy: set
            )
            row.position = Position(latitude: now.latitude, longitude: now.longitude)
            if !isOnGround {
                row.barometricAltitude = Feet(now.feet)
                row.verticalRate = FeetPerMinute(now.rate)
                row.track = Degrees(now.track)
            }
            row.groundSpeed = Knots(now.knots)
            batch.rows.append(.init(aircraft, row))
        }
        if let name = IdentityChange(aircraft, at: Int64(start * 1_000), .callsign, "MADE12") {
            batch.names.append(name)
        }
        return batch
    }

    /// Many others crossed the air of the silence, and all were heard: forty days of one receiver.
    static var coverage: LearnedCoverage? {
        guard let listener = Listener(number: receiver, kind: .feed) else { return nil }
        let now = Timestamp(seconds: start + end)
        let begin = now.advanced(bySeconds: -40 * 86_400)
        var uptimes = Uptimes()
        uptimes.add(begin...now, of: listener)
        var grid = CoverageGrid()
        for day in 1..<40 {
            for block in 0..<4 {
                let time = begin.advanced(bySeconds: Double(day) * 86_400 + Double(block) * 21_600)
                for place in air {
                    for feet in [1_000, 7_000, 15_000] {
                        let pass = Pass(
                            aircraft: AircraftAddress(icao: 0x8A_0F00),
                            kind: .squitter,
                            cell: CoverageCell(place, altitude: Feet(feet), at: time),
                            entered: time,
                            left: time.advanced(bySeconds: 200),
                            heardBy: [listener]
                        )
                        grid.note(pass, listening: uptimes)
                    }
                }
            }
        }
        return LearnedCoverage(coverage: grid, uptimes: uptimes, roster: ListenerRoster(), learned: begin..<now)
    }

    /// The middle of each half degree that it can have reached in the silence.
    private static var air: [Position] {
        stride(from: -11.75, through: 1.25, by: 0.5).flatMap { latitude in
            stride(from: 101.75, through: 114.25, by: 0.5).compactMap { Position(latitude: latitude, longitude: $0) }
        }
    }
}
