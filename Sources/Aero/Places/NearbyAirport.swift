/// An airport with its distance from the place that was asked about.
public struct NearbyAirport: Hashable, Sendable {
    public let slot: AirportSlot
    /// On the great circle, to the airport's reference point.
    public let distance: Metres
}
