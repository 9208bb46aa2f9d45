import Aero
import Flights
import Foundation
import ModeS
import Simulation
import Site
import Store
import Tracking
import Visits

@testable import pelacak

/// A simulated scenario written into a history, row by row as a receiver would have heard it, and asked as the site asks.
final class ScenarioArchive {
    let scenario: VisitScenario
    let store: HistoryStore
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    init(_ scenario: VisitScenario) async throws {
        self.scenario = scenario
        store = try HistoryStore(folder: folder.path + "/history/imported", realm: .imported)
        for number in scenario.aircraft.indices where !scenario.points[number].isEmpty {
            try await store.append(batch(number))
        }
        try await store.seal()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func batch(_ number: Int) -> ObservationBatch {
        var batch = ObservationBatch()
        let aircraft = ArchivedAircraft(scenario.aircraft[number].address)
        for point in scenario.points[number] {
            let isPlaced = point.radius == 0
            var row = Observation(at: point.time, sourceClass: isPlaced ? .adsbICAO : .modeS)
            if isPlaced {
                row.position = point.position
            } else {
                row.heardBy = batch.place(of: receivers(at: point.position))
            }
            if point.altitude == 0 { row.flags.insert(.onGround) } else { row.barometricAltitude = point.altitude }
            batch.rows.append(ObservationBatch.Row(aircraft, row))
        }
        return batch
    }

    /// The receiver that stands there, by its place in the list of airports.
    private func receivers(at place: Position) -> ReceiverSet {
        let near = VisitScenario.airports.indices.min {
            Geodesy.distance(VisitScenario.airports[$0].position, place)
                < Geodesy.distance(VisitScenario.airports[$1].position, place)
        }
        return ReceiverSet([UInt32((near ?? 0) + 1)])
    }

    /// What kind each is, as the scenario has it: which lists say so is not judged here.
    var candidates: ArchiveCandidates {
        let kinds = scenario.aircraft.reduce(into: [AircraftAddress: VisitAircraft]()) { $0[$1.address] = $1 }
        let state = scenario.announcement.state
        return ArchiveCandidates(
            flights: ScenarioDesk(),
            knownRole: { address, _ in kinds[address].map { Self.role($0, state) } },
            fleet: { [] }
        )
    }

    static func role(_ one: VisitAircraft, _ state: String) -> AircraftRole {
        switch one.kind {
        case .airliner: .airliner
        case .businessJet: .businessJet
        case .military: .military
        case .stateFleet: one.state == state ? .subjectFleet : .otherGovernment
        case .unlisted: .unlisted
        }
    }

    func question(later: Bool = false) throws -> CandidatesQuestion {
        CandidatesQuestion(
            visit: try visit(),
            id: "\(scenario.seed)",
            realm: .imported,
            withLaterClaims: later,
            audience: .operators,
            archive: store,
            book: ScenarioBook(scenario),
            tellsReception: true,
            now: VisitScenario.start.advanced(bySeconds: scenario.settings.hours * 3_600)
        )
    }

    /// The announcement, put in by hand and confirmed.
    func visit() throws -> Visit {
        func airport(_ number: Int) -> StopAirport {
            let one = VisitScenario.airports[number]
            return StopAirport(code: one.code, position: one.position, weight: 1)
        }
        var visit = Visit()
        let (time, home) = (VisitScenario.start, airport(scenario.announcement.home))
        var stops = [ItineraryStop(kind: .origin, name: home.code, airports: [home], arrival: ArrivalWindow())]
        stops += scenario.announcement.stops.map { stop in
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
        for (number, stop) in stops.enumerated() {
            try visit.apply(.addStop(stop, at: number, span: nil, report: 0), by: "desk", at: time)
        }
        for stop in visit.stops { try visit.apply(.confirmStop(stop.id), by: "desk", at: time) }
        return visit
    }

    /// The ranking of the same points without an archive between.
    func direct(watched: ClosedRange<Timestamp>) throws -> VisitRanking? {
        let itinerary = RankedItinerary(try visit(), withLaterClaims: false)
        let aircraft = scenario.aircraft.indices.map { number in
            let one = scenario.aircraft[number]
            let heard = scenario.points[number].filter { watched.contains($0.time) }.map { point in
                point.radius == 0
                    ? HeardPoint(time: point.time, position: point.position, altitude: point.altitude)
                    : HeardPoint(time: point.time, heardAt: point.position, altitude: point.altitude)
            }
            return HeardAircraft(
                identity: ScenarioBook.identity(one),
                role: Self.role(one, scenario.announcement.state),
                limits: AirframeTable().limits(ofType: one.type),
                stretches: StretchMaker().stretches(of: heard)
            )
        }
        return VisitRanker().ranking(
            of: aircraft.filter { !$0.stretches.isEmpty },
            itinerary: itinerary.stops,
            watched: watched,
            archive: .none
        )
    }
}

/// Who is who in a scenario.
struct ScenarioBook: AddressBook {
    private let aircraft: [AircraftAddress: RegisteredAircraft]

    init(_ scenario: VisitScenario) {
        aircraft = scenario.aircraft.reduce(into: [:]) { $0[$1.address] = Self.identity($1) }
    }

    static func identity(_ one: VisitAircraft) -> RegisteredAircraft {
        RegisteredAircraft(
            address: one.address,
            registration: one.registration,
            type: one.type,
            aircraftOperator: one.aircraftOperator
        )
    }

    func registration(of address: AircraftAddress) -> String? { aircraft[address]?.registration }
    func state(of address: AircraftAddress) -> String? { nil }
    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { aircraft[address] }
}

/// Where a scenario's receivers stand: at airports.
struct ScenarioDesk: FlightDesk {
    func limits(ofType type: String?) -> AirframeLimits { AirframeTable().limits(ofType: type) }

    func place(ofReceiver number: UInt32, in realm: ArchiveRealm, at time: Timestamp) -> Flights.ReceiverPlace? {
        let place = Int(number) - 1
        guard VisitScenario.airports.indices.contains(place) else { return nil }
        return Flights.ReceiverPlace(position: VisitScenario.airports[place].position, antenna: 30)
    }

    func hearing(of realm: ArchiveRealm) async -> LearnedCoverage? { nil }

    func settled(
        _ verdicts: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) async -> [GapVerdict] { verdicts }
}
