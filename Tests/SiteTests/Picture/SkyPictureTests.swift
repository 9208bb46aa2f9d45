import Aero
import Synchronization
import Testing

@testable import Site
@testable import Tracking

struct SkyPictureTests {
    /// Counts how often it is asked.
    private final class CountingBook: AddressBook {
        let asked = Mutex(0)
        func registration(of address: AircraftAddress) -> String? {
            asked.withLock { $0 += 1 }
            return "R-\(address.hex)"
        }
        func state(of address: AircraftAddress) -> String? { nil }
        func registered(_ address: AircraftAddress) -> RegisteredAircraft? { nil }
    }

    @Test("the book is asked once for an address, not in every picture")
    func remembers() {
        let book = CountingBook()
        let memory = IdentityMemory(book: book)
        let status = FakeSky().initialStatus
        for _ in 0..<3 {
            let picture = SkyPicture(status: status, tracks: [Tracks.bare(1), Tracks.bare(2)], memory: memory)
            #expect(picture.identity(1).registration == "R-000002")
            #expect(picture.indices(registration: "R000001") == [0])
        }
        #expect(book.asked.withLock { $0 } == 2)
    }

    @Test("an aircraft is found by its address, and one that is not there is not")
    func addresses() {
        let picture = RandomSky.picture([Tracks.bare(1), Tracks.bare(2)])
        #expect(picture.index(of: AircraftAddress(icao: 2)) == 1)
        #expect(picture.index(of: AircraftAddress(other: 2)) == nil)
    }
}
