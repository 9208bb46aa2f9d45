import Aero
import Testing

@testable import pelacak

struct IdentityTermsTests {
    private let terms = IdentityTerms([
        "open": .openDatabase, "alike": .attributionShareAlike, "mine": .own, "closed": .nonCommercial,
    ])

    private func told(by sources: String?...) -> [RegisteredAircraft] {
        sources.map { source in
            RegisteredAircraft(
                address: AircraftAddress(icao: 0x8A_0401),
                claimants: RegisteredAircraft.Claimants(registration: source)
            )
        }
    }

    @Test(
        "aircraft of several lists are under the terms that bind most; those of which nothing may go out are told of by others"
    )
    func mostBinding() {
        #expect(terms.licence(of: told(by: nil)) == .own)
        #expect(terms.licence(of: told(by: "mine", "alike")) == .attributionShareAlike)
        #expect(terms.licence(of: told(by: "mine", "closed")) == .openDatabase)
        #expect(terms.licence(of: told(by: "mine", "nobody knows it")) == .openDatabase)
    }

    @Test("terms that nothing came under mix with none")
    func mixed() {
        #expect(terms.licence(of: told(by: "alike", "closed")) == .openDatabase)
        #expect(terms.licence(of: told(by: "alike", "open")) == .noRedistribution)
    }
}
