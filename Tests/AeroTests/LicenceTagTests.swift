import Testing

@testable import Aero

struct LicenceTagTests {
    @Test("of several licences the one that binds most, whatever the order of their names")
    func mostBinding() {
        #expect(LicenceTag.mostBinding(of: []) == .own)
        #expect(LicenceTag.mostBinding(of: [.openDatabase, .publicDomain, .own]) == .openDatabase)
        #expect(LicenceTag.mostBinding(of: [.publicDomain, .attribution]) == .attribution)
        #expect(LicenceTag.mostBinding(of: [.attribution, .attributionShareAlike]) == .attributionShareAlike)
        #expect(LicenceTag.mostBinding(of: [.nonCommercial, .noRedistribution, .own]) == .noRedistribution)
        // Each wants the whole to be under itself.
        #expect(LicenceTag.mostBinding(of: [.openDatabase, .attributionShareAlike, .own]) == .noRedistribution)
        #expect(LicenceTag.mostBinding(of: [.openDatabase, .attributionShareAlike, .unknown]) == .unknown)
        for forbidding in LicenceTag.allCases where !forbidding.isRedistributable {
            for other in LicenceTag.allCases where other.isRedistributable {
                #expect(LicenceTag.mostBinding(of: [other, forbidding]) == forbidding)
            }
        }
    }
}
