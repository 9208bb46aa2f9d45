import Aero
import Flights
import Testing

/// A straight track for tests.
struct FlownTrack {
    let origin: Position
    var track: Degrees = 90
    var speed: Knots = 450
    var altitude: Feet = 36_000
    var start = Timestamp(seconds: 1_750_000_000)

    /// From 50.25 N 5.05 E, where a degree of longitude is flown in about five minutes.
    init() throws { origin = try #require(Position(latitude: 50.25, longitude: 5.05)) }

    init(from origin: Position) { self.origin = origin }

    /// Points at so many seconds from the start, heard by these.
    func points(_ seconds: some Sequence<Double>, heardBy listeners: [Listener]) -> [KnownPoint] {
        seconds.map { point(at: $0, heardBy: listeners) }
    }

    func point(at second: Double, heardBy listeners: [Listener], onGround: Bool = false) -> KnownPoint {
        let place = Geodesy.destination(
            from: origin,
            bearing: track,
            distance: Metres(speed.metresPerSecond * second)
        )
        return KnownPoint(
            time: start.advanced(bySeconds: second),
            position: place,
            altitude: altitude,
            track: Geodesy.initialBearing(
                from: place,
                to: Geodesy.destination(
                    from: origin,
                    bearing: track,
                    distance: Metres(speed.metresPerSecond * (second + 1))
                )
            ),
            groundSpeed: speed,
            isOnGround: onGround,
            heardBy: listeners
        )
    }

    static func passes(
        _ points: [KnownPoint],
        aircraft: AircraftAddress = AircraftAddress(icao: 1),
        kind: TransponderKind = .squitter
    ) -> [Pass] {
        var follower = PassFollower(aircraft: aircraft, kind: kind)
        var passes: [Pass] = []
        for point in points { follower.add(point, into: &passes) }
        follower.finish(into: &passes)
        return passes
    }
}
