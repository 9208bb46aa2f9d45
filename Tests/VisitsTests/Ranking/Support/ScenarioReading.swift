import Aero
import Flights
import Simulation
import Visits

/// A simulated scenario as the ranking takes it.
struct ScenarioReading {
    let scenario: VisitScenario
    let aircraft: [HeardAircraft]
    let itinerary: [ItineraryStop]
    let watched: ClosedRange<Timestamp>

    init(_ scenario: VisitScenario) {
        self.scenario = scenario
        let maker = StretchMaker()
        aircraft = scenario.aircraft.indices.map { number in
            Self.heard(scenario.aircraft[number], scenario.points[number], scenario.announcement.state, maker)
        }
        itinerary = Self.itinerary(scenario.announcement)
        watched = VisitScenario.start...VisitScenario.start.advanced(bySeconds: scenario.settings.hours * 3_600)
    }

    private static func heard(
        _ one: VisitAircraft,
        _ points: [VisitPoint],
        _ state: String,
        _ maker: StretchMaker
    ) -> HeardAircraft {
        let heard = points.map { point in
            point.radius == 0
                ? HeardPoint(time: point.time, position: point.position, altitude: point.altitude)
                : HeardPoint(time: point.time, heardAt: point.position, altitude: point.altitude)
        }
        return HeardAircraft(
            identity: RegisteredAircraft(
                address: one.address,
                registration: one.registration,
                type: one.type,
                aircraftOperator: one.aircraftOperator
            ),
            role: role(one.kind, isSubjects: one.state == state),
            stretches: maker.stretches(of: heard)
        )
    }

    static func role(_ kind: VisitAircraft.Kind, isSubjects: Bool) -> AircraftRole {
        switch kind {
        case .airliner: .airliner
        case .businessJet: .businessJet
        case .military: .military
        case .stateFleet: isSubjects ? .subjectFleet : .otherGovernment
        case .unlisted: .unlisted
        }
    }

    private static func itinerary(_ announcement: VisitAnnouncement) -> [ItineraryStop] {
        func airport(_ number: Int) -> StopAirport {
            let one = VisitScenario.airports[number]
            return StopAirport(code: one.code, position: one.position, weight: 1)
        }
        let home = airport(announcement.home)
        let origin = ItineraryStop(kind: .origin, name: home.code, airports: [home], arrival: ArrivalWindow())
        return [origin]
            + announcement.stops.map { stop in
                let place = airport(stop.airport)
                let readings = stop.readings.map {
                    ArrivalReading(start: $0.start, end: $0.end, zone: .place, weight: $0.weight)
                }
                return ItineraryStop(
                    kind: .destination,
                    name: place.code,
                    airports: [place],
                    arrival: ArrivalWindow(readings: readings)
                )
            }
    }

    /// What so many days before would have taught.
    func archive(days: Double) -> ArchiveKnowledge {
        let background = VisitBackground(before: scenario, days: days, looks: days > 10 ? 1 : 4)
        let state = scenario.announcement.state
        var aircraft: [AircraftRole: Int] = [:]
        for one in scenario.aircraft { aircraft[Self.role(one.kind, isSubjects: one.state == state), default: 0] += 1 }
        // Of all state fleets together: the subject's own few land too seldom to be counted alone.
        let fleets = (aircraft[.otherGovernment] ?? 0) + (aircraft[.subjectFleet] ?? 0)
        aircraft[.otherGovernment] = fleets
        aircraft[.subjectFleet] = fleets
        var counts: [LandingRates.Count] = []
        var detection: [String: (flown: Int, heard: Int)] = [:]
        for (kind, landings) in background.landings {
            for (number, one) in landings.enumerated() where one.flown > 0 {
                let airport = VisitScenario.airports[number]
                let sum = detection[airport.code] ?? (0, 0)
                detection[airport.code] = (sum.flown + one.flown, sum.heard + one.heard)
                let roles: [AircraftRole] =
                    kind == .stateFleet ? [.otherGovernment, .subjectFleet] : [Self.role(kind, isSubjects: false)]
                for role in roles {
                    counts.append(LandingRates.Count(position: airport.position, role: role, landings: one.heard))
                }
            }
        }
        var silences: [String: [ClosedRange<Timestamp>]] = [:]
        for one in scenario.listeners {
            if let outage = one.outage { silences[VisitScenario.airports[one.airport].code] = [outage] }
        }
        return ArchiveKnowledge(
            days: days,
            landings: LandingRates(aircraft: aircraft, hours: days * 24, counts: counts),
            detection: DetectionRates(
                counts: detection.mapValues { DetectionRates.Count(landings: $0.flown, heard: $0.heard) },
                silences: silences
            ),
            air: AirCoverage(
                cells: background.air.map { $0.flown > 0 ? (Double($0.heard) + 0.5) / (Double($0.flown) + 1) : nil }
            )
        )
    }
}
