import Aero
import Site
import Tracking

/// What watches ask of the sky some times a second.
struct SkyPulse: Sendable {
    /// The sky's time.
    let now: Timestamp
    /// The world that is watched; `nil` before that is clear, and while nothing but recordings is there.
    let realm: ArchiveRealm?
    /// Sky seconds in a second.
    let timeLapse: Double
    /// Whether anybody gives data now.
    let isFed: Bool
}

/// A sky whose pulse can be felt.
protocol PulsingSky: Sendable {
    func pulse() async -> SkyPulse
}

extension LiveSky: PulsingSky {
    func pulse() -> SkyPulse {
        let realm: ArchiveRealm? =
            switch provenance {
            case .real: feeds.values.contains { !$0.isRecording && $0.standing == .real } ? .real : nil
            case .simulated: .simulated
            case .undetermined: nil
            }
        return SkyPulse(
            now: time,
            realm: realm,
            timeLapse: timeLapse,
            isFed: feeds.values.contains { $0.givesData }
        )
    }
}
