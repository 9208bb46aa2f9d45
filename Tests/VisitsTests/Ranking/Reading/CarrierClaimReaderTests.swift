import Aero
import Testing

@testable import Visits

struct CarrierClaimReaderTests {
    private let reader = CarrierClaimReader { text in
        text == RegistrationText.compact("RA-96022") ? AircraftAddress(icao: 0x157716) : nil
    }

    private func claim(_ kind: ClaimKind, _ aircraft: [String], report: Int = 0) -> Claim {
        var claim = Claim(id: 1, kind: kind, report: report, spans: [], speaker: nil, certainty: .announced)
        claim.aircraft = aircraft
        return claim
    }

    private func read(_ claims: [Claim], later: Bool = false) throws -> [CarrierClaim.Content] {
        var visit = try WordedVisit.visit()
        let before = reader.claims(of: visit, withLaterClaims: later).count
        for claim in claims { try visit.apply(.addClaim(claim), by: "desk", at: WordedVisit.time) }
        return reader.claims(of: visit, withLaterClaims: later).dropFirst(before).map(\.claim.content)
    }

    @Test func whatIsSaid() throws {
        #expect(try read([claim(.aircraft, ["Il-96-300"])]) == [.types(["IL96"])])
        #expect(try read([claim(.fleet, ["Boeing 757", "C-32A"])]) == [.types(["B752"])])
        #expect(try read([claim(.aircraft, ["RA-96022"])]) == [.aircraft(AircraftAddress(icao: 0x157716))])
        #expect(try read([claim(.aircraft, ["charter"])]) == [.charter])
        #expect(try read([claim(.negativeAircraft, [])]) == [.ownFleetRuledOut])
        #expect(try read([claim(.aircraft, ["the blue one"])]).isEmpty)
        #expect(try read([claim(.stop, ["Il-96"])]).isEmpty)
    }

    @Test("what somebody saw counts only with later claims, so that no claim confirms itself")
    func sightings() throws {
        #expect(try read([claim(.sighting, ["Il-96"])]).isEmpty)
        #expect(try read([claim(.sighting, ["Il-96"])], later: true) == [.types(["IL96"])])
    }

    @Test("the surer the words, the more it counts")
    func certainty() {
        var certain = claim(.aircraft, [])
        certain.certainty = .announced
        var vague = certain
        vague.certainty = .possible
        #expect(CarrierClaimReader.certainty(of: certain) > CarrierClaimReader.certainty(of: vague))
    }

    @Test(arguments: [("Tupolev Tu-214", "T204"), ("A340-300", "A343"), ("Gulfstream G650", "GLF6"), ("BBJ2", "B738")])
    func names(name: String, designator: String) {
        #expect(AircraftTypeNames.designators(of: name).contains(designator))
    }
}
