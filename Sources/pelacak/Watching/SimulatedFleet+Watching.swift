import Aero
import Simulation
import Tracking
import Watch

/// The group of the simulated state visit for rules: on the list that the example rules ask for, and heard last when the scene says.
extension SimulatedFleet {
    private static let members = Dictionary(
        uniqueKeysWithValues: StateVisitGroup.members.map { ($0.address, $0) }
    )

    /// - Returns: `nil` for who is not of the group.
    static func identity(of address: AircraftAddress) -> WatchIdentity? {
        members[address].map { member in
            WatchIdentity(
                registration: member.registration,
                type: member.type,
                operatorCode: "QXS",
                country: member.isOfState ? StateVisitGroup.state : nil,
                category: member.isOfState ? "state" : "transport",
                fleet: "QXS",
                lists: member.isOfState ? ["special-flights", stateList] : []
            )
        }
    }

    /// When one of the group was heard before its first row, of which no archive knows.
    static func heard(before question: PastQuestion) -> Timestamp? {
        members[question.aircraft.address].map { question.time.advanced(bySeconds: -$0.daysUnheard * 86_400) }
    }
}
