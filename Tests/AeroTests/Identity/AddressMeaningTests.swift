import Aero
import Testing

struct AddressMeaningTests {
    @Test func anAddressSpeaksForItself() {
        let meaning = AddressMeaning(AircraftAddress(icao: 0x157716))
        #expect(meaning.state == StateCode("RU"))
        #expect(meaning.registration?.registration == "RA-96022")
        #expect(meaning.registration?.rule.inLargeList?.counts?.right == 1_780)
        #expect(meaning.range == nil)
    }

    @Test(
        arguments: [
            (0xADF7C7, nil), (0xADF7C8, .military), (0xAFFFFF, .military), (0xC20000, .military), (0x43C0FF, .military),
            (0xD00000, .unallocated),
            (0x8A0001, nil),
        ] as [(UInt32, AddressRange?)]
    )
    func ranges(bits: UInt32, range: AddressRange?) {
        #expect(AddressRange.of(AircraftAddress(icao: bits)) == range)
        #expect(AddressRange.of(AircraftAddress(other: bits)) == .notICAO)
    }

    @Test func aWeakRuleGivesADoubtfulFact() {
        let known = KnowledgeInterval(from: IdentityFacts.day(2026))
        let fact = AddressMeaning(AircraftAddress(icao: 0xA00001)).fact(known: known)
        #expect(fact?.object == "N1")
        #expect(fact?.rank == .arithmetic)
        #expect(Registration.inference(of: "RF-64058")?.rule.isWeak == true)
        #expect(Registration.inference(of: "RA-64058")?.rule.isWeak == false)
    }
}
