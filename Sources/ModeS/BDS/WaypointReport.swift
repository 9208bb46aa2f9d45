public import Aero

/// Which waypoint ahead a report is about.
public protocol WaypointPlace: Hashable, Sendable {
    static var register: BDSRegister { get }
}

/// One of the next three waypoints, BDS 5,4 to 5,6. One status bit for all; the three registers look the same.
///
/// - Source: ICAO Doc 9871, tables A-2-84 to A-2-86, as two decoders that do not depend on each other read them; not seen in a table.
public struct WaypointReport<Place: WaypointPlace>: RegisterLayout {
    public static var register: BDSRegister { Place.register }
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.bit(1) && !mb.bit(56) && mb.isWord(2, count: 5, minimum: 2) }

    public init?(mb: Field56) {
        guard Self.fits(mb) else { return nil }
        field = mb
    }

    /// Without trailing spaces.
    public var waypoint: String? { field.text(2, count: 5) }
    /// Minutes until the estimated arrival in normal flight, steps of 60/512.
    public var minutesToArrival: Double { Double(field.unsigned(32, 40)) * 60 / 512 }
    /// Estimated level, steps of 1,000 ft.
    public var estimatedLevel: Feet { Feet(field.unsigned(41, 46) * 1000) }
    /// Minutes to go on a direct route, steps of 60/512.
    public var minutesToGo: Double { Double(field.unsigned(47, 55)) * 60 / 512 }

    /// The direct way is not longer than the planned one, and levels end.
    public func contradiction(at altitude: Feet?) -> Double {
        Self.weight(minutesToGo - minutesToArrival, over: 1, step: 1)
            + Self.weight(estimatedLevel.rawValue, over: 45_000, step: 3000)
    }

    public var valueCount: Int { 4 }
}

public enum NextWaypoint: WaypointPlace { public static let register = BDSRegister.bds54 }
public enum SecondWaypoint: WaypointPlace { public static let register = BDSRegister.bds55 }
public enum ThirdWaypoint: WaypointPlace { public static let register = BDSRegister.bds56 }

public typealias BDS54 = WaypointReport<NextWaypoint>
public typealias BDS55 = WaypointReport<SecondWaypoint>
public typealias BDS56 = WaypointReport<ThirdWaypoint>
