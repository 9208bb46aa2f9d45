import Aero
import Foundation
import Testing

@testable import Store

/// Our own list of state aircraft, as it comes with the program.
struct StarterListTests {
    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Lists/state-aircraft.csv").standardizedFileURL.path

    @Test("every row is taken, nothing of it contradicts, and the same again changes nothing")
    func isTakenWhole() throws {
        let test = try IdentityUnderTest()
        let request = IdentityImportRequest(.own, path: Self.path, source: "starter list", licence: .own)
        let report = try test.store.take(request, at: IdentityUnderTest.day(1))
        #expect(report.badRowCount == 0 && report.namesLeftOut == 0 && report.conflicts == 0 && report.new > 250)
        #expect(try test.store.take(request, at: IdentityUnderTest.day(2)).isHeldAlready)
        let index = try test.store.index(at: IdentityUnderTest.day(3))
        let listed = try #require(index.aircraft(AircraftAddress(icao: 0x157716)))
        #expect(listed.registration == "RA-96022" && listed.type == "IL96" && listed.marks.contains(.interesting))
        #expect(listed.marks.contains(.mayBeHandedOn))
        #expect(try !test.store.facts(naming: "A-001", as: .registration).isEmpty)
    }

    @Test("each row says where it was read and when, and names no address")
    func rowsHaveTheirSource() throws {
        let lines = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
        #expect(lines.first?.hasPrefix("subject;relation;object") == true)
        let rows = lines.dropFirst()
        #expect(rows.count > 250)
        for row in rows {
            #expect(row.hasPrefix("af9") && row.contains("http"), "\(row)")
            #expect(row.firstMatch(of: /(19|20)\d\d/) != nil, "no date: \(row)")
        }
    }
}
