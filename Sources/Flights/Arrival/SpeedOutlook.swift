import Aero

/// How fast an aircraft will fly on, from what it does now and from what its type does.
struct SpeedOutlook {
    /// Knots in cruise of an aircraft of its kind.
    let usual: Double
    /// Knots over ground now; of its kind where it is not known.
    private let present: Double
    private let height: Double
    private let isClimbing: Bool
    private let isKnownType: Bool
    let isFast: Bool

    /// Metres over which half of today's wind is another.
    private static let windReach = 2_000_000.0

    init(_ situation: FlightSituation, _ limits: AirframeLimits) {
        isKnownType = limits != .unknown
        let height = situation.altitude?.rawValue ?? 30_000
        let pace = situation.groundSpeed.map { $0.rawValue / DescentProfile.jetSpeed(at: height) } ?? 1
        // The square: a turboprop is slower by more in cruise than near a field.
        let guessed = 450 * min(1.1, max(0.3, pace * pace))
        usual = min(700, max(60, isKnownType ? limits.typicalSpeed.knots.rawValue : guessed))
        present = situation.groundSpeed?.rawValue ?? (isKnownType ? usual : min(usual, 450))
        self.height = height
        isClimbing = situation.trend == .climbing
        isFast = usual > 240
    }

    /// Knots over ground on the way to a descent, and seconds that a climb to its height costs.
    func ahead(way: Double) -> (speed: Double, lostSeconds: Double) {
        // Its kind's own height of cruise, or less where the way is short.
        let ceiling = 35_000 * min(1, Trigonometry.power(usual / 450, 1.5))
        let top = min(ceiling, way / DescentProfile.metresPerFoot / 2.2)
        if isClimbing, height < top, present < usual {
            let rate = 2_000 * max(0.3, min(1, usual / 450))
            let seconds = (top - height) / rate * 60
            let part = DescentProfile.jetSpeed(at: top) / DescentProfile.jetSpeed(at: ceiling)
            let reached = max(present, usual * part)
            return (reached, seconds * (reached - present) / (2 * reached))
        }
        let isCruising = height > 20_000 || present > 0.8 * usual
        guard isKnownType, isCruising else { return (max(present, 0.4 * usual), 0) }
        return (usual + (present - usual) * Self.windReach / (Self.windReach + way), 0)
    }
}
