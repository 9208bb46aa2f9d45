import Aero
import Flights
import Synchronization
import Tracking

@testable import Site

/// What is known of types, receivers and coverage, as a test says it.
final class FakeFlights: FlightDesk {
    private let coverage: LearnedCoverage?
    private let places: [UInt32: ReceiverPlace]
    private let asked = Mutex<Set<UInt32>>([])
    private let said = Mutex<[Timestamp: [GapLabel]]>([:])

    init(_ coverage: LearnedCoverage? = nil, places: [UInt32: ReceiverPlace] = [:]) {
        self.coverage = coverage
        self.places = places
    }

    /// Receivers whose places were asked for.
    var receiversAsked: Set<UInt32> { asked.withLock { $0 } }

    func limits(ofType type: String?) -> AirframeLimits { AirframeTable().limits(ofType: type) }

    func place(ofReceiver number: UInt32, in realm: ArchiveRealm, at time: Timestamp) -> ReceiverPlace? {
        asked.withLock { _ = $0.insert(number) }
        return places[number]
    }

    /// How often something is kept as said of silences.
    var labelsKept: Int { said.withLock { $0.values.reduce(0) { $0 + $1.count } } }

    /// Has something said of a silence before, by when that began.
    func say(_ label: GapLabel, ofSilenceSince time: Timestamp) {
        said.withLock { $0[time, default: []].append(label) }
    }

    func settled(
        _ verdicts: [GapVerdict],
        of aircraft: ArchivedAircraft,
        in realm: ArchiveRealm
    ) async -> [GapVerdict] {
        verdicts.map { verdict in
            said.withLock { said in
                let settled = verdict.after(said[verdict.gap.last.time] ?? [])
                said[verdict.gap.last.time] = settled.said
                return settled
            }
        }
    }

    func hearing(of realm: ArchiveRealm) async -> LearnedCoverage? { realm == .real ? coverage : nil }
}
