public import Aero

public struct NearbyAircraft: Sendable {
    public let aircraft: ArchivedAircraft
    public let observation: Observation
    public let distance: Metres
    public init(_ aircraft: ArchivedAircraft, _ observation: Observation, distance: Metres) {
        self.aircraft = aircraft
        self.observation = observation
        self.distance = distance
    }
}
