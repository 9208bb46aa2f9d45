import TestSupport
import Testing

@testable import Aero

struct AddressIndexTests {
    @Test("it finds what a dictionary finds, whatever is put in and taken out", arguments: [64, 3_000, 1 << 25])
    func agreesWithADictionary(space: UInt64) {
        var random = SeededGenerator(seed: space)
        var index = AddressIndex()
        var dictionary: [UInt32: Int] = [:]
        for step in 0..<40_000 {
            let key = UInt32(truncatingIfNeeded: random.next() % space)
            if random.next() % 3 == 0 {
                index[key] = nil
                dictionary[key] = nil
            } else {
                index[key] = step
                dictionary[key] = step
            }
            let asked = UInt32(truncatingIfNeeded: random.next() % space)
            #expect(index[asked] == dictionary[asked])
        }
        #expect(index.count == dictionary.count)
        #expect(Dictionary(uniqueKeysWithValues: index.all.map { ($0.key, $0.number) }) == dictionary)
        for (key, number) in dictionary { #expect(index[key] == number) }
    }

    @Test func theSpacesOfAddressesAreKeptApart() {
        var index = AddressIndex()
        index[AircraftAddress(icao: 7)] = 1
        index[AircraftAddress(other: 7)] = 2
        #expect(index[AircraftAddress(icao: 7)] == 1 && index[AircraftAddress(other: 7)] == 2)
        index.removeAll()
        #expect(index.isEmpty && index[AircraftAddress(icao: 7)] == nil)
    }
}
