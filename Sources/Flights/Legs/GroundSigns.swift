import Aero

/// What speaks for the ground and for the air in one point. Two agreeing signs decide, because single ones are often wrong.
struct GroundSigns: Sendable {
    /// Signs for the ground less those for the air.
    private(set) var balance = 0
    /// Feet above the field, where there is one.
    private(set) var height: Double?

    var isGround: Bool { balance >= 2 }
    var isAir: Bool { balance <= -2 }

    /// Above this nobody is near a field.
    private static let high = 15_000.0
    /// Altitudes are of the standard atmosphere: a deep low makes a field look so much higher.
    private static let pressureDoubt = 2_000.0

    /// - Parameters:
    ///   - field: looked up only where it matters.
    ///   - saysGround: whether this aircraft was ever heard to say that it is on the ground: else its silence about it says nothing.
    init(
        _ point: FlightPoint,
        limits: AirframeLimits,
        rules: LegRules,
        saysGround: Bool,
        knowsFields: Bool,
        field: () -> Field?
    ) {
        let speed = point.speed
        if point.isOnGround {
            balance += 1
            if let speed, speed < rules.taxiSpeed.rawValue { balance += 1 }
            if let speed, speed > max(80, 0.8 * limits.rotation.rawValue) { balance -= 1 }
            if let altitude = point.altitude {
                height = altitude - (field()?.elevation ?? 0)
                if let height, height > Self.pressureDoubt { balance -= 1 }
            }
            return
        }
        if saysGround { balance -= 1 }
        if let speed {
            if speed > 0.8 * limits.rotation.rawValue { balance -= 1 }
            if speed < min(rules.standingSpeed.rawValue, 0.5 * limits.rotation.rawValue) { balance += 1 }
        }
        if let rate = point.rate, abs(rate) >= 300 { balance -= 1 }
        guard let altitude = point.altitude else { return }
        if altitude > Self.high {
            balance -= 1
        } else if let field = field() {
            let above = altitude - field.elevation
            height = above
            if above > rules.airborneHeight.rawValue { balance -= 1 } else if above < 250 { balance += 1 }
        } else if knowsFields {
            balance -= 1
        }
    }
}
