public import Aero
public import Flights
public import Visits

/// One aircraft as the ranking of a visit was given it: who it was taken to be, and the points at which it was heard.
public struct SkyAircraft: Sendable {
    public let identity: RegisteredAircraft
    public let role: AircraftRole
    public let limits: AirframeLimits
    /// In the order of time, with positions alone: a point without one lies around a receiver, and would tell where it stands.
    public let points: [HeardPoint]

    /// - Parameter points: those without a position are left out.
    public init(identity: RegisteredAircraft, role: AircraftRole, limits: AirframeLimits, points: [HeardPoint]) {
        self.identity = identity
        self.role = role
        self.limits = limits
        self.points = points.filter { $0.disc.radius == 0 }
    }

    /// As the ranking takes it.
    public var heard: HeardAircraft {
        HeardAircraft(
            identity: identity,
            role: role,
            limits: limits,
            stretches: StretchMaker().stretches(of: points)
        )
    }
}
