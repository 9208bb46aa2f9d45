public import Aero

/// Next waypoint information, BDS 4,3.
///
/// - Source: ICAO Doc 9871, table A-2-67; the same in Annex 10 Vol III, table 2-67.
public struct BDS43: RegisterLayout {
    public static let register = BDSRegister.bds43
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 12).value(13, 25).value(26, 42)
    }

    public static func fits(_ mb: Field56) -> Bool {
        mb.isZero(43, 56) && rule.isKept(by: mb)
            && !mb.isEmpty
    }

    public init?(mb: Field56) {
        guard BDS43.fits(mb) else { return nil }
        field = mb
    }

    /// Steps of 360/2,048 degrees. The table does not say whether true or magnetic.
    public var bearing: Degrees? { field.direction(status: 1, last: 12) }
    /// Steps of 0.1 min.
    public var minutesToGo: Double? { field.number(status: 13, last: 25).map { $0 / 10 } }
    /// Steps of 0.1 NM.
    public var distanceToGo: NauticalMiles? { field.number(status: 26, last: 42).map { NauticalMiles($0 / 10) } }

    /// Distance and time make a speed, and a far waypoint is not the next one.
    public func contradiction(at altitude: Feet?) -> Double {
        var sum = BDS43.weight(distanceToGo?.rawValue ?? 0, over: 1000, step: 200)
        if let minutes = minutesToGo, let distance = distanceToGo, minutes >= 2 {
            let speed = distance.rawValue / minutes * 60
            sum += BDS43.weight(speed, over: 650, step: 50) + BDS43.weight(-speed, over: -60, step: 20)
        }
        return sum
    }

    public var valueCount: Int { BDS43.rule.count(in: field) }
}
