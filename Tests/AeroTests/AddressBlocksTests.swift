import Aero
import Testing

struct AddressBlocksTests {
    @Test(
        "addresses of well-known blocks",
        arguments: [
            (0x8A0123, "ID"), (0x157710, "RU"), (0x720001, "KP"), (0x888001, "VN"), (0xA00001, "US"), (0x3C65A1, "DE"),
            (0x7C1A2B, "AU"), (0x768421, "SG"), (0xC00001, "CA"), (0x4D23FF, "MT"), (0x004000, "ZW"), (0xE94FFF, "BO"),
        ] as [(UInt32, String)]
    )
    func knownBlocks(bits: UInt32, state: String) {
        #expect(AddressBlocks.state(of: AircraftAddress(icao: bits)) == StateCode(state))
    }

    @Test(
        "blocks that no state has",
        arguments: [0, 0x003FFF, 0xD00000, 0xDABCDE, 0xDFFFFF, 0xF00001, 0xB00000, 0xFFFFFF] as [UInt32]
    )
    func unallocated(bits: UInt32) {
        #expect(AddressBlocks.state(of: AircraftAddress(icao: bits)) == nil)
    }

    @Test func anAddressOutsideTheICAOSpaceHasNoState() {
        #expect(AddressBlocks.state(of: AircraftAddress(other: 0x8A0123)) == nil)
    }

    @Test func blocksAscendWithoutOverlapAndAllWereRead() {
        #expect(AddressBlocks.all.count == 188)
        for (before, after) in zip(AddressBlocks.all, AddressBlocks.all.dropFirst()) {
            #expect(before.last < after.first)
        }
    }

    @Test func stateCodesAreTwoLetters() {
        #expect(StateCode("id")?.description == "ID")
        #expect(StateCode("IDN") == nil)
        #expect(StateCode("1D") == nil)
        #expect(StateCode("{{") == nil)
    }
}
