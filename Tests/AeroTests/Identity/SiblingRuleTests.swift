import Aero
import Testing

struct SiblingRuleTests {
    @Test func aBitAway() {
        let address = AircraftAddress(icao: 0x157716)
        let near = SiblingRule.oneBitAway(address)
        #expect(Set(near).count == 24)
        #expect(near.allSatisfy { ($0.bits ^ address.bits).nonzeroBitCount == 1 })
        // RA-96022 and RA-96020, the same bureau's fleet.
        #expect(near.contains(AircraftAddress(icao: 0x157714)))
    }

    @Test(
        arguments: [
            ("RA-96022", "RA-96020", true), ("RA-96019", "RA-96022", true), ("RA-96022", "RA-96122", false),
            ("RA-96022", "RA-96022", false),
            ("D-AIMA", "D-AIMC", true), ("D-AIMA", "D-AIMZ", false), ("D-AIMA", "D-AINA", false),
            ("N99", "N101", false),
            ("RA-96022", "RF-96020", false), ("", "", false), ("N1", "N2", false), ("A36-001", "A36-002", true),
        ]
    )
    func neighbours(one: String, other: String, are: Bool) {
        #expect(SiblingRule.areNeighbours(one, other) == are)
        #expect(SiblingRule.areNeighbours(other, one) == are)
    }

    @Test(arguments: ["RA-96022", "RA-00001", "RA-99999", "D-AIMA", "D-AIMZ", "N99", "A36-001", "PK-GIA"])
    func neighboursByName(registration: String) {
        let near = SiblingRule.neighbours(of: registration)
        #expect(Set(near).count == near.count && (5...10).contains(near.count), "\(near)")
        #expect(near.allSatisfy { SiblingRule.areNeighbours(registration, $0) }, "\(near)")
        #expect(near.allSatisfy { $0.count == registration.count })
    }

    @Test(arguments: ["", "N1", "N", "-----", "RA-96022 ", "12345678901234567890"])
    func noNeighboursOfWhatIsNone(text: String) { #expect(SiblingRule.neighbours(of: text).isEmpty) }

    @Test func aSiblingNeedsTypeAndOperatorToo() {
        func aircraft(_ bits: UInt32, _ registration: String, _ type: String?, _ who: String?) -> RegisteredAircraft {
            RegisteredAircraft(
                address: AircraftAddress(icao: bits),
                registration: registration,
                type: type,
                aircraftOperator: who
            )
        }
        let one = aircraft(0x157716, "RA-96022", "IL96", "Special flight detachment")
        #expect(SiblingRule.isProbableSibling(one, aircraft(0x157714, "RA-96020", "IL96", "Special flight detachment")))
        #expect(
            !SiblingRule.isProbableSibling(one, aircraft(0x157714, "RA-96020", "T204", "Special flight detachment"))
        )
        #expect(!SiblingRule.isProbableSibling(one, aircraft(0x157714, "RA-96020", "IL96", nil)))
        #expect(!SiblingRule.isProbableSibling(one, one))
    }
}
