import Aero
import Store

/// What is shown of an aircraft, asked of the store one by one: for commands, which ask for few.
struct StoredRegister: AircraftRegister {
    let store: IdentityStore
    let time: Timestamp

    /// `nil` also where the store cannot be read: who asks further is told.
    func aircraft(_ address: AircraftAddress) -> RegisteredAircraft? { try? store.aircraft(address, at: time) }
}
