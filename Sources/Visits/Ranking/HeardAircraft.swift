public import Aero
public import Flights

/// All that was heard of an aircraft in the time looked at, as compact as the ranking takes it.
public struct HeardAircraft: Sendable {
    public let identity: RegisteredAircraft
    public let role: AircraftRole
    /// Its bounds; those of its type.
    public let limits: AirframeLimits
    /// In the order of time; an aircraft that was never heard has none and is no candidate.
    public let stretches: [HeardStretch]

    public init(
        identity: RegisteredAircraft,
        role: AircraftRole,
        limits: AirframeLimits = .unknown,
        stretches: [HeardStretch]
    ) {
        self.identity = identity
        self.role = role
        self.limits = limits
        self.stretches = stretches
    }

    public var address: AircraftAddress { identity.address }
}
