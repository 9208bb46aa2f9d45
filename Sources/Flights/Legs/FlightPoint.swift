import Aero
import Tracking

/// What of an observation legs are told by, in its steps: 32 bytes.
struct FlightPoint: Hashable, Sendable {
    let milliseconds: Int64
    private let latitudeSteps: Int32
    private let longitudeSteps: Int32
    /// Feet; `Int32.min` for none.
    private let altitudeFeet: Int32
    private let rateSteps: Int16
    private let speedTenths: UInt16
    private let trackTenths: UInt16
    let isOnGround: Bool
    /// Another program took it for the beginning of a leg.
    let isHinted: Bool

    init(_ row: Observation) {
        milliseconds = row.milliseconds
        latitudeSteps = row.latitudeSteps
        longitudeSteps = row.longitudeSteps
        let steps = row.barometricSteps != .min ? row.barometricSteps : row.geometricSteps
        altitudeFeet = steps == .min ? .min : Int32(steps) * 25
        rateSteps = row.rateSteps
        speedTenths = row.speedTenths
        trackTenths = row.trackTenths
        isOnGround = row.flags.contains(.onGround)
        isHinted = row.flags.contains(.newLegHint)
    }

    var time: Timestamp { Timestamp(nanoseconds: milliseconds * 1_000_000) }
    var hasPosition: Bool { latitudeSteps != .min }
    var position: Position? {
        guard hasPosition else { return nil }
        return Position(latitude: Double(latitudeSteps) / 1e5, longitude: Double(longitudeSteps) / 1e5)
    }
    /// Feet, barometric where it is known, else geometric.
    var altitude: Double? { altitudeFeet == .min ? nil : Double(altitudeFeet) }
    /// Feet a minute.
    var rate: Double? { rateSteps == .min ? nil : Double(rateSteps) * 64 }
    /// Knots.
    var speed: Double? { speedTenths == .max ? nil : Double(speedTenths) / 10 }
    /// Degrees true.
    var track: Double? { trackTenths == .max ? nil : Double(trackTenths) / 10 }

    func isAtSamePlace(as other: FlightPoint) -> Bool {
        latitudeSteps == other.latitudeSteps && longitudeSteps == other.longitudeSteps
    }

    /// Whether it only repeats another at speed: lists that give a row a second go on with the last one for minutes after the last message.
    func isRepeat(of other: FlightPoint) -> Bool {
        hasPosition && !isOnGround && speedTenths > 300 && isAtSamePlace(as: other)
            && altitudeFeet == other.altitudeFeet
            && rateSteps == other.rateSteps && speedTenths == other.speedTenths && trackTenths == other.trackTenths
    }

    func seconds(since earlier: FlightPoint) -> Double { Double(milliseconds - earlier.milliseconds) / 1_000 }

    /// Metres on a plane, good to a part in a thousand over some kilometres; `nil` where a place is missing.
    func metres(to other: FlightPoint) -> Double? {
        guard hasPosition, other.hasPosition else { return nil }
        let latitude = Double(latitudeSteps) * 1e-5
        let north = Double(other.latitudeSteps - latitudeSteps) * 1e-5
        let east = Position.wrapped(Double(Int64(other.longitudeSteps) - Int64(longitudeSteps)) * 1e-5)
        if abs(north) > 2 || abs(east) > 2 || abs(latitude) > 85 {
            guard let here = position, let there = other.position else { return nil }
            return Geodesy.distance(here, there).rawValue
        }
        let width = Trigonometry.cosine((latitude + north / 2) * Trigonometry.radiansPerDegree)
        return (north * north + east * width * east * width).squareRoot() * LocalPlane.metresPerDegree
    }
}
