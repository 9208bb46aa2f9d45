import Aero

/// A large or medium airport, as far as shares ask for it: the same for all aircraft.
struct PrincipalField {
    let slot: AirportSlot
    /// On the unit sphere.
    let point: SphereVector
    /// Feet; 0 where it is not known.
    let elevation: Double
    /// Metres; `nil` where no runway is known.
    let longestRunway: Metres?
    let size: AirportSize
    let hasScheduledService: Bool

    init(_ slot: AirportSlot, in gazetteer: Gazetteer) {
        self.slot = slot
        point = SphereVector(gazetteer.position(at: slot))
        elevation = gazetteer.elevation(at: slot)?.rawValue ?? 0
        longestRunway = gazetteer.longestRunway(at: slot)
        size = gazetteer.size(at: slot)
        hasScheduledService = gazetteer.hasScheduledService(at: slot)
    }
}
