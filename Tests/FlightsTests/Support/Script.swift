import Aero
import ModeS
import Tracking

/// A flight written by hand, as rows a few seconds apart.
struct Script {
    private(set) var rows: [Observation] = []
    var seconds = 0.0
    var place: Position
    /// Feet.
    var altitude: Double
    /// Degrees true.
    var track: Double
    var step = 5.0

    static let start = Timestamp(seconds: 1_750_000_000)

    init(at place: Position, altitude: Double, track: Double) {
        self.place = place
        self.altitude = altitude
        self.track = track
    }

    var time: Timestamp { Self.start.advanced(bySeconds: seconds) }

    /// Moves on.
    ///
    /// - Parameters:
    ///   - speed: knots.
    ///   - climb: ft/min.
    ///   - turn: degrees a second.
    mutating func move(
        _ duration: Double,
        speed: Double,
        climb: Double = 0,
        ground: Bool = false,
        turn: Double = 0,
        isHeard: Bool = true
    ) {
        let end = seconds + duration
        while seconds < end - 0.001 {
            let pace = min(step, end - seconds)
            seconds += pace
            altitude += climb * pace / 60
            track = (track + turn * pace + 360).truncatingRemainder(dividingBy: 360)
            let metres = Metres(Knots(speed).metresPerSecond * pace)
            place = Geodesy.destination(from: place, bearing: Degrees(track), distance: metres)
            guard isHeard else { continue }
            var row = Observation(at: time, sourceClass: .adsbICAO)
            row.position = place
            row.groundSpeed = Knots(speed)
            row.track = Degrees(track)
            row.nic = 8
            if ground {
                row.flags.insert(.onGround)
            } else {
                row.barometricAltitude = Feet(altitude)
                row.verticalRate = FeetPerMinute(climb)
            }
            rows.append(row)
        }
    }

    /// Adds a row that does not follow from the motion.
    mutating func add(_ change: (inout Observation) -> Void) {
        seconds += 1
        var row = Observation(at: time, sourceClass: .adsbICAO)
        row.position = place
        row.barometricAltitude = Feet(altitude)
        row.groundSpeed = 300
        row.track = Degrees(track)
        change(&row)
        rows.append(row)
    }
}
