/// Answers for every address heard, at once and without waiting: 2 microseconds are its bound.
public protocol AircraftRegister: Sendable {
    /// What is shown of an address for now; `nil` where nothing is held about it.
    func aircraft(_ address: AircraftAddress) -> RegisteredAircraft?
}
