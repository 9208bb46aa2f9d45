import Aero
import Flights
import Tracking
import Watch

/// Facts that are written down.
struct PlainFacts: WatchFacts {
    var edition = 1
    var identities: [AircraftAddress: WatchIdentity] = [:]
    var pasts: [AircraftAddress: WatchPast] = [:]
    var gapClass: GapClass? = .noCoverage

    func identity(of address: AircraftAddress) -> WatchIdentity { identities[address] ?? WatchIdentity() }
    func limits(ofType type: String?) -> AirframeLimits { AirframeTable().limits(ofType: type) }
    func past(_ question: PastQuestion) async -> WatchPast { pasts[question.aircraft.address] ?? .unknown }

    func judgement(_ question: SilenceQuestion) async -> GapLabel? {
        gapClass.map { GapLabel(gapClass: $0, offAtLeast: 0.2, judgedAt: question.time) }
    }
}
