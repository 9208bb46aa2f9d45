import Simulation
import Testing
import Watch

@testable import pelacak

struct SimulatedFleetTests {
    @Test("a visit's rules, which ask for state aircraft of the visitor's state, find the simulated group")
    func stateOfTheGroup() throws {
        for member in StateVisitGroup.members where member.isOfState {
            let identity = try #require(SimulatedFleet.identity(of: member.address))
            #expect(identity.country == StateVisitGroup.state)
            #expect(identity.lists.contains("state aircraft"))
        }
        let freighter = try #require(StateVisitGroup.members.first { !$0.isOfState })
        #expect(SimulatedFleet.identity(of: freighter.address)?.country == nil)
    }
}
