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

    init(_ coverage: LearnedCoverage? = nil, places: [UInt32: ReceiverPlace] = [:]) {
        self.coverage = coverage
        self.places = places
    }

    /// Receivers whose places were asked for.
    var receiversAsked: Set<UInt32> { asked.withLock { $0 } }

    func limits(ofType type: String?) -> AirframeLimits { AirframeTable().limits(ofType: type) }

    func place(ofReceiver number: UInt32, in realm: ArchiveRealm) -> ReceiverPlace? {
        asked.withLock { _ = $0.insert(number) }
        return places[number]
    }

    func hearing(of realm: ArchiveRealm) async -> LearnedCoverage? { realm == .real ? coverage : nil }
}
