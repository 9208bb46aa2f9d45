import Aero
import Foundation
import Store
import Testing

@testable import pelacak

/// The state's fleet out of the list that comes with the program, which names no address.
struct StateFleetTests {
    private static let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Lists/state-aircraft.csv").standardizedFileURL.path

    @Test("aircraft of which nobody names an address are known by their state's rule")
    func byRule() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try IdentityStore(folder: folder.path)
        let request = IdentityImportRequest(.own, path: Self.list, source: "starter list", licence: .own)
        _ = try store.take(request, at: TimeText.now)
        try store.close()
        let fleet = StateFleet(folder: folder.path).addresses(of: try #require(StateCode("RU")))
        // RA-64517 and RA-96022, as the look-up of identities gives them.
        #expect(fleet.contains(AircraftAddress(icao: 0x14_FC05)) && fleet.contains(AircraftAddress(icao: 0x15_7716)))
        #expect(fleet == fleet.sorted { $0.rawValue < $1.rawValue } && fleet.count <= StateFleet.most)
    }

    @Test("without lists there is no fleet")
    func none() throws {
        #expect(StateFleet(folder: "/nowhere/at/all").addresses(of: try #require(StateCode("RU"))).isEmpty)
    }
}
