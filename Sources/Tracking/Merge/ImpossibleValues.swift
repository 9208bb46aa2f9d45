import Aero
import ModeS

/// Values that no aircraft has. What can be coded is much more than what can be flown; bounds are ours, with room.
enum ImpossibleValues {
    /// Above manned balloons and every aircraft that carries a transponder. Feet.
    private static let highest = 120_000.0
    private static let lowest = -1_500.0
    /// The fastest aircraft there was flew 1,900 kt.
    private static let fastest = 2_200.0
    /// Feet a minute; fighters climb at up to 60,000, and dives are no level flight.
    private static let steepest = 90_000.0

    static func isIn(_ squitter: ExtendedSquitter) -> Bool {
        switch squitter.content {
        case .airbornePosition(let position): isBeyond(position.altitude.altitude)
        case .velocity(let velocity): isBeyond(speed: velocity.groundSpeed) || isBeyond(rate: velocity.verticalRate)
        default: false
        }
    }

    static func isIn(_ report: ClaimedReport) -> Bool {
        isBeyond(report.barometricAltitude) || isBeyond(report.geometricAltitude)
            || isBeyond(speed: report.groundSpeed) || isBeyond(rate: report.verticalRate)
            || isBeyond(rate: report.geometricRate)
    }

    private static func isBeyond(_ altitude: Feet?) -> Bool {
        guard let altitude else { return false }
        return !(lowest...highest).contains(altitude.rawValue)
    }

    private static func isBeyond(speed: Knots?) -> Bool { speed.map { !($0.rawValue.magnitude <= fastest) } ?? false }

    private static func isBeyond(rate: FeetPerMinute?) -> Bool {
        rate.map { !($0.rawValue.magnitude <= steepest) } ?? false
    }
}
