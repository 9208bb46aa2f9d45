import Aero
import Flights
import Simulation
import Visits

/// What trackers offer: the state's list, ordered by landings within 45 km of announced stops, six hours around what is announced.
struct ListBaseline {
    let order: [AircraftAddress]

    init(_ reading: ScenarioReading) {
        var scored: [(landings: Int, address: AircraftAddress)] = []
        for aircraft in reading.aircraft where aircraft.role == .subjectFleet {
            var landings = 0
            for stop in reading.itinerary.dropFirst() {
                let place = stop.airports[0].position
                let isThere = aircraft.stretches.contains { stretch in
                    let end = stretch.last
                    let isNear = Geodesy.distance(end.disc.centre, place).rawValue <= 45_000 && end.disc.radius == 0
                    guard stretch.isSinking, isNear else { return false }
                    let low = stop.arrival.start?.advanced(bySeconds: -21_600)
                    let high = stop.arrival.end?.advanced(bySeconds: 21_600)
                    return (low ?? end.time) <= end.time && end.time <= (high ?? end.time)
                }
                if isThere { landings += 1 }
            }
            scored.append((landings, aircraft.address))
        }
        scored.sort { ($1.landings, $0.address) < ($0.landings, $1.address) }
        order = scored.map(\.address)
    }
}
