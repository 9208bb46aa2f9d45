import Aero
import Foundation
import ModeS
import Store
import Tracking

/// Shuttles between two airports that do not exist, as rows of an archive, with what they really did beside it.
///
/// A flight taxies, runs, climbs at 2,000 ft/min on the great circle to 33,000 ft, cruises at 450 kt and comes down as it went up. Both runways
/// lie along the way.
struct FlownRoute {
    /// When the wheels left the ground, and touched it.
    struct Truth {
        let takeoff: Timestamp
        let landing: Timestamp
    }

    static let west = Position(latitude: -5, longitude: 110) ?? .origin
    static let east = Position(latitude: -5, longitude: 115) ?? .origin
    private static let elevation = 30.0
    private static let cruise = 33_000.0
    private static let lowest = 140.0
    private static let highest = 450.0
    /// ft a second.
    private static let rate = 2_000.0 / 60
    private static let taxiSeconds = 90.0
    private static let rollSeconds = 30.0

    /// One flight from the moment at which it is first heard on the ground.
    ///
    /// - Parameter isHeard: by seconds since the wheels left the ground; negative before.
    static func rows(
        eastward: Bool,
        from start: Timestamp,
        isHeard: (Double) -> Bool = { _ in true }
    ) -> (rows: [Observation], truth: Truth) {
        let (from, to) = eastward ? (west, east) : (east, west)
        let whole = Geodesy.distance(from, to).rawValue
        let climb = Self.cruise / rate
        let climbed = way(climb)
        let level = (whole - 2 * climbed) / (highest * 0.514_444)
        let flight = 2 * climb + level
        let off = start.advanced(bySeconds: taxiSeconds + rollSeconds)
        var rows: [Observation] = []
        var time = -(taxiSeconds + rollSeconds)
        while time < flight + rollSeconds + taxiSeconds {
            let isOnGround = time < 0 || time > flight
            let mirrored = max(0, min(time, flight - time))
            let height = min(cruise, mirrored * rate)
            let along: Double
            if time < 0 || time > flight {
                along = time < 0 ? 0 : whole
            } else if time < climb {
                along = way(time)
            } else if time > flight - climb {
                along = whole - way(flight - time)
            } else {
                along = climbed + (time - climb) * highest * 0.514_444
            }
            if isHeard(time) {
                let bearing = Geodesy.initialBearing(from: from, to: to)
                var row = Observation(at: off.advanced(bySeconds: time), sourceClass: .adsbICAO)
                row.position = Geodesy.destination(from: from, bearing: bearing, distance: Metres(along))
                row.track = bearing
                row.nic = 8
                if isOnGround {
                    row.flags.insert(.onGround)
                    let isRolling = time > -rollSeconds && time < flight + rollSeconds
                    row.groundSpeed = isRolling ? 100 : 12
                } else {
                    row.barometricAltitude = Feet(height + elevation)
                    row.groundSpeed = Knots(speed(mirrored))
                    row.verticalRate = height >= cruise ? 0 : time < climb ? 2_000 : -2_000
                }
                rows.append(row)
            }
            time += height < 10_000 ? 5 : 15
        }
        return (rows, Truth(takeoff: off, landing: off.advanced(bySeconds: flight)))
    }

    private static func speed(_ seconds: Double) -> Double {
        lowest + (highest - lowest) * min(1, seconds * rate / 10_000)
    }

    /// Metres flown in so many seconds of climb.
    private static func way(_ seconds: Double) -> Double {
        let ramp = 10_000 / rate
        let first = min(seconds, ramp)
        let slow = lowest * first + (highest - lowest) * first * first / (2 * ramp)
        return (slow + highest * max(0, seconds - ramp)) * 0.514_444
    }
}
