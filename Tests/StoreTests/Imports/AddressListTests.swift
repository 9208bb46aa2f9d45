import Aero
import Testing

@testable import Store

struct AddressListTests {
    @Test func readsOneALine() throws {
        let text = "icao,note\n34718d\n  ~2A00f3 ; a relay\n\n# a remark\n\"a2228b\",N237AK\r\n"
        #expect(
            try AddressList.read(text)
                == [AircraftAddress(icao: 0x34718D), AircraftAddress(other: 0x2A00F3), AircraftAddress(icao: 0xA2228B)]
        )
    }

    @Test func namesTheLineThatIsWrong() {
        #expect(throws: ImportError.badList(line: 3, text: "34718")) { try AddressList.read("34718d\na2228b\n34718\n") }
        #expect(throws: ImportError.self) { try AddressList.read("# nothing\n") }
    }
}
