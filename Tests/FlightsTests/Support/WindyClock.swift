import Aero

@testable import Simulation

/// When a flight of the windless sky is where in weather: the path and the heights along it stay, the time does not.
struct WindyClock {
    struct Point {
        let position: Position?
        let altitude: Double
        let speedKnots: Double
        let track: Double
        let rate: Double
        let phase: FlightPhase
    }

    private let leg: Simulation.Leg
    private let off: Double
    private let weather: Weather
    /// Seconds of the true flight at each step of the windless one; the last is the touch.
    private(set) var seconds: [Double] = [0]
    private(set) var holdsAt: Double?
    /// Metres flown by then.
    private var metres: [Double] = [0]
    private static let step = 20.0

    init(_ leg: Simulation.Leg, from off: Double, _ weather: Weather) {
        self.leg = leg
        self.off = off
        self.weather = weather
        var cursor = Simulation.Leg.Cursor()
        let end = leg.touchdown
        let target = AirportTable.all[leg.to].place
        var still = off
        while still < end {
            let step = min(Self.step, end - still)
            let state = leg.state(at: still + step / 2, &cursor)
            let speed = windy(state, metres[metres.count - 1])
            seconds.append((seconds.last ?? 0) + step * state.speedKnots / speed * (1 + weather.winding))
            metres.append(metres[metres.count - 1] + state.speed * step)
            still += step
            if holdsAt == nil, weather.holdSeconds > 0, still - off > (end - off) / 2,
                let place = Position(latitude: state.latitude, longitude: state.longitude),
                Geodesy.distance(place, target).rawValue < weather.holdMetres
            {
                let before = seconds[seconds.count - 1]
                holdsAt = before
                seconds[seconds.count - 1] = before + weather.holdSeconds
            }
        }
    }

    private func windy(_ state: FlightState, _ metres: Double) -> Double {
        let wind = weather.along(state.track, altitude: state.altitude, metres: metres)
        return max(0.5 * state.speedKnots, state.speedKnots + wind)
    }

    /// - Parameter time: seconds since the take-off.
    func point(at time: Double) -> Point? {
        guard let next = seconds.firstIndex(where: { $0 > time }), next > 0 else { return nil }
        let (before, after) = (seconds[next - 1], seconds[next])
        let still = off + (Double(next - 1) + (time - before) / (after - before)) * Self.step
        var cursor = Simulation.Leg.Cursor()
        let state = leg.state(at: min(still, leg.touchdown - 0.5), &cursor)
        let speed = windy(state, metres[next - 1])
        // Who flies a longer way flies beside the straight course, to either side.
        let side = Trigonometry.sine(time / 300)
        let beside = (2 * weather.winding).squareRoot() / Trigonometry.radiansPerDegree * side
        return Point(
            position: Position(latitude: state.latitude, longitude: state.longitude),
            altitude: state.altitude,
            speedKnots: speed,
            track: Degrees(state.track + beside).asDirection.rawValue,
            rate: state.rate * speed / max(1, state.speedKnots),
            phase: state.phase
        )
    }
}
