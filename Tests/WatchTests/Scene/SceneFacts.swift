import Aero
import Flights
import Synchronization
import Tracking
import Watch

/// What is known beside the frames of the reconstructed trip: an invented register, an archive that heard the group long ago, and coverage as
/// it is learned on the way.
final class SceneFacts: WatchFacts {
    static let group: [UInt32] = [0xD57710, 0xD57711, 0xD57712]
    static let decoy: UInt32 = 0xD57714

    let edition = 1
    private let learned = Mutex<LearnedCoverage?>(nil)

    func take(_ coverage: LearnedCoverage) { learned.withLock { $0 = coverage } }

    func identity(of address: AircraftAddress) -> WatchIdentity {
        guard Self.group.contains(address.bits) || address.bits == Self.decoy else {
            return WatchIdentity(type: "A320", category: "civil")
        }
        return WatchIdentity(
            registration: "QX-\(address.bits & 0xFF)",
            type: "IL96",
            operatorCode: "QXS",
            category: "state",
            fleet: "QXS",
            lists: ["special-flights"]
        )
    }

    func limits(ofType type: String?) -> AirframeLimits { AirframeTable().limits(ofType: type) }

    /// The group slept for two months; the decoy flew last week.
    func past(_ question: PastQuestion) async -> WatchPast {
        let days = question.aircraft.address.bits == Self.decoy ? 5.0 : 60
        return .last(question.time.advanced(bySeconds: -days * 86_400))
    }

    func judgement(_ question: SilenceQuestion) async -> GapLabel? {
        guard let learned = learned.withLock({ $0 }) else { return nil }
        return learned.label(
            onSilenceOf: question.aircraft.address,
            from: question.end,
            until: question.time,
            limits: limits(ofType: question.type),
            without: [],
            kind: .squitter
        )
    }
}
