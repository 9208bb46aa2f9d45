import Aero
import Site
import Synchronization

/// Knows one registration and one state, and what a test lets it know.
final class FakeBook: AddressBook {
    private let state = Mutex(State())

    private struct State {
        var edition = 0
        var known: [AircraftAddress: RegisteredAircraft] = [:]
    }

    init(_ aircraft: RegisteredAircraft...) { set(aircraft) }

    /// Another edition.
    func set(_ aircraft: [RegisteredAircraft]) {
        state.withLock { state in
            state.edition += 1
            state.known = Dictionary(uniqueKeysWithValues: aircraft.map { ($0.address, $0) })
        }
    }

    var edition: Int { state.withLock { $0.edition } }
    func registered(_ address: AircraftAddress) -> RegisteredAircraft? { state.withLock { $0.known[address] } }

    func registration(of address: AircraftAddress) -> String? {
        registered(address)?.registration ?? (address.rawValue == 0x48_4159 ? "PH-BXA" : nil)
    }
    func state(of address: AircraftAddress) -> String? { address.isICAO && address.bits >> 12 == 0x484 ? "NL" : nil }
    func typeDesignator(of address: AircraftAddress) -> String? { registered(address)?.type }
    func typeDescription(of address: AircraftAddress) -> String? { registered(address)?.model }
    func flags(of address: AircraftAddress) -> AircraftFlags {
        AircraftFlags(rawValue: (registered(address)?.marks.rawValue ?? 0) & 15)
    }
}
