import Aero
import Simulation
import Visits

/// What is known of the group of the simulated state visit, as a list would say it; invented, and named so.
enum SimulatedFleet {
    static let source = "SIMULATED fleet"
    static let stateList = "state aircraft"

    static let aircraft: [AircraftAddress: RegisteredAircraft] = StateVisitGroup.members.reduce(into: [:]) {
        all,
        member in
        all[member.address] = RegisteredAircraft(
            address: member.address,
            registration: member.registration,
            type: member.type,
            aircraftOperator: member.aircraftOperator,
            claimants: RegisteredAircraft.Claimants(registration: source, type: source, aircraftOperator: source)
        )
    }

    static let lists: [AircraftAddress: String] = StateVisitGroup.members.reduce(into: [:]) { all, member in
        all[member.address] = member.isOfState ? stateList : "transport"
    }

    /// - Returns: `nil` for who is not of the group.
    static func role(of address: AircraftAddress, isListed: Bool, beside state: StateCode?) -> AircraftRole? {
        guard aircraft[address] != nil else { return nil }
        guard isListed else { return .military }
        return state?.description == StateVisitGroup.state ? .subjectFleet : .otherGovernment
    }
}
