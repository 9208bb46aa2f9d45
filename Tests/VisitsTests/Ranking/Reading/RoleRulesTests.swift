import Aero
import Testing

@testable import Visits

struct RoleRulesTests {
    private let rules = RoleRules(state: StateCode("ID"))

    private func aircraft(
        _ bits: UInt32,
        _ type: String? = nil,
        _ who: String? = nil,
        _ marks: RegisteredAircraft.Marks = []
    ) -> RegisteredAircraft {
        RegisteredAircraft(address: AircraftAddress(icao: bits), type: type, aircraftOperator: who, marks: marks)
    }

    /// In Indonesia's block, and in that of the United States.
    private let own: UInt32 = 0x8A0123
    private let other: UInt32 = 0xA00123

    @Test func byLists() {
        #expect(rules.role(of: aircraft(own, "B738"), callsign: nil, isListed: true) == .subjectFleet)
        #expect(rules.role(of: aircraft(other, "B742"), callsign: nil, isListed: true) == .otherGovernment)
        #expect(RoleRules(state: nil).role(of: aircraft(own), callsign: nil, isListed: true) == .otherGovernment)
        #expect(rules.role(of: aircraft(own, "F16"), callsign: nil, isListed: true) == .fighter)
    }

    @Test func byOperators() {
        let state = aircraft(own, "B738", "State Secretariat")
        #expect(rules.role(of: state, callsign: nil, isListed: false) == .subjectFleet)
        let air = aircraft(own, "C130", "Indonesian Air Force")
        #expect(rules.role(of: air, callsign: nil, isListed: false) == .military)
        let airline = aircraft(other, "B738", "Royal Airlines")
        #expect(rules.role(of: airline, callsign: "RAL12", isListed: false) == .airliner)
        #expect(rules.role(of: aircraft(other, "C17", nil, .military), callsign: nil, isListed: false) == .military)
    }

    @Test func byTypesAndCallsigns() {
        #expect(rules.role(of: aircraft(other, "GLF6", "Somebody"), callsign: nil, isListed: false) == .businessJet)
        #expect(rules.role(of: aircraft(other, nil), callsign: "GIA881", isListed: false) == .airliner)
        #expect(rules.role(of: aircraft(other, nil), callsign: "N123AB", isListed: false) == .businessJet)
        // Its own, large, of nobody, and no airline's callsign: that hints at a government.
        #expect(rules.role(of: aircraft(own, "B738"), callsign: "INDONESI", isListed: false) == .unlisted)
        #expect(rules.role(of: aircraft(own, "B738"), callsign: "GIA881", isListed: false) == .airliner)
        #expect(rules.role(of: aircraft(own, "C172"), callsign: "PKABC", isListed: false) == .businessJet)
    }

    @Test(arguments: [
        ("GIA881", true), ("AFR1", true), ("INDONESI", false), ("PKGIG", false), ("GI881", false), ("", false),
    ])
    func airlines(callsign: String, isAirline: Bool) { #expect(RoleRules.isAirlineCallsign(callsign) == isAirline) }
}
