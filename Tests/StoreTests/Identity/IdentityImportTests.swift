import Aero
import Testing

@testable import Store

struct IdentityImportTests {
    private let two = "14fa3a;RA-64508;T204;1000;Tupolev Tu-204;1995;Somebody\n8a0401;PK-GAA;B738;0;BOEING 737-800;;\n"

    @Test func factsOfARow() throws {
        let test = try IdentityUnderTest()
        let report = try test.take(two)
        #expect(
            try test.held("14fa3a") == [
                "built 1995", "category military", "model Tupolev Tu-204", "registration RA-64508", "type T204",
            ]
        )
        #expect(try test.held("8a0401") == ["model BOEING 737-800", "registration PK-GAA", "type B738"])
        #expect(report.rows == 2)
        #expect(report.new == 8)
        #expect(report.namesLeftOut == 1)
        #expect(report.encoding == "ASCII")
        #expect(report.id == 1)
    }

    @Test func aPreviewCountsAndChangesNothing() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        let path = try test.file("14fa3a;RA-64058;T204;1000;Tupolev Tu-204;1995;\n8a0402;PK-GAB;B738;0;;;\n")
        let before = try test.everything(known: IdentityUnderTest.day(9))
        let preview = try test.store.preview(IdentityImportRequest(.tar1090, path: path), at: IdentityUnderTest.day(2))
        #expect(preview.id == nil)
        // One registration changed, an aircraft came with two facts, one went with three, four stayed.
        #expect([preview.new, preview.changed, preview.closed, preview.unchanged] == [2, 1, 3, 4])
        #expect(preview.settledConflicts == 1)
        #expect(try test.everything(known: IdentityUnderTest.day(9)) == before)
        #expect(try test.store.imports().count == 1)
        let report = try test.store.take(IdentityImportRequest(.tar1090, path: path), at: IdentityUnderTest.day(2))
        #expect([report.new, report.changed, report.closed, report.unchanged] == [2, 1, 3, 4])
    }

    @Test func theSameFileAgainChangesNothing() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        let before = try test.everything(known: IdentityUnderTest.day(9))
        let again = try test.take(two, on: 2)
        #expect(again.isHeldAlready)
        #expect(again.id == nil)
        #expect(try test.everything(known: IdentityUnderTest.day(9)) == before)
        #expect(try test.store.imports().count == 1)
    }

    @Test func aNewerVersionEndsWhatItDoesNotSayAnyMore() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        try test.take("14fa3a;RA-64058;T204;0;;;\n", on: 5)
        #expect(try test.held("14fa3a") == ["registration RA-64058", "type T204"])
        #expect(try test.held("8a0401").isEmpty)
        // As known on the third day.
        #expect(try test.held("8a0401", known: 3) == ["model BOEING 737-800", "registration PK-GAA", "type B738"])
        #expect(try test.held("14fa3a", known: 3).contains("registration RA-64508"))
        #expect(try test.held("14fa3a", known: 0).isEmpty)
    }

    @Test func anotherSourceIsNotTouched() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        try test.take("8a0401;PK-GAZ;;0;;;\n", source: "other", on: 2)
        #expect(
            try test.held("8a0401") == [
                "model BOEING 737-800", "registration PK-GAA", "registration PK-GAZ", "type B738",
            ]
        )
    }

    @Test func anUndoneImportLeavesItsInterval() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        let second = try test.take("14fa3a;RA-64058;T204;0;;;\n8a0402;PK-GAB;;0;;;\n", on: 5)
        let id = try #require(second.id)
        try test.store.undo(id, at: IdentityUnderTest.day(7))
        #expect(
            try test.held("14fa3a") == [
                "built 1995", "category military", "model Tupolev Tu-204", "registration RA-64508", "type T204",
            ]
        )
        #expect(try test.held("8a0402").isEmpty)
        #expect(try test.held("8a0401").count == 3)
        // What was known in between stays known for then.
        #expect(try test.held("14fa3a", known: 6) == ["registration RA-64058", "type T204"])
        #expect(try test.held("8a0402", known: 6) == ["registration PK-GAB"])
        #expect(throws: IdentityError.unknownImport(id)) { try test.store.undo(id, at: IdentityUnderTest.day(8)) }
        try test.store.undo(1, at: IdentityUnderTest.day(8))
        #expect(try test.held("14fa3a").isEmpty)
        #expect(try test.held("14fa3a", known: 3).count == 5)
        // And it may be brought again.
        #expect(try test.take(two, on: 9).id != nil)
        #expect(try test.held("14fa3a").count == 5)
    }

    @Test func onlyTheLastImportOfASourceIsTakenBack() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        try test.take("8a0402;PK-GAB;;0;;;\n", on: 2)
        #expect(throws: IdentityError.notTheLast(1, last: 2)) { try test.store.undo(1, at: IdentityUnderTest.day(3)) }
        #expect(throws: IdentityError.unknownImport(77)) { try test.store.undo(77, at: IdentityUnderTest.day(3)) }
    }

    @Test func aRetiredSourceLeavesItsInterval() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        try test.store.retire("tar1090-db", at: IdentityUnderTest.day(4))
        #expect(try test.held("14fa3a").isEmpty)
        #expect(try test.held("14fa3a", known: 3).count == 5)
        #expect(throws: IdentityError.unknownSource("nobody")) {
            try test.store.retire("nobody", at: IdentityUnderTest.day(4))
        }
        #expect(try test.take(two, on: 6).id != nil)
    }

    @Test func aClockThatGoesBackChangesNoPast() throws {
        let test = try IdentityUnderTest()
        try test.take(two, on: 10)
        let then = try test.everything(known: IdentityUnderTest.day(10))
        try test.take("8a0402;PK-GAB;;0;;;\n", on: 3)
        #expect(try test.everything(known: IdentityUnderTest.day(10)) == then)
    }

    @Test func badRowsAreNamedByLineAndNeverFixed() throws {
        let test = try IdentityUnderTest()
        let report = try test.take(
            "4.41E+11;PK-GAA;B738;0;;;\n4000;Z-WPF;B762;0;;;\n;PK-GAB;;0;;;\nnonsense;X;;0;;;\n8a0401;TACTICAL;B738;0;;;\n"
                + "8a0402;PK-GAC;TOOLONG;2;;;\njust one cell\n8a0403;PK-GAD;B738;0;;18;\n"
        )
        #expect(report.badRows.map(\.line) == [1, 2, 3, 4, 5, 6, 6, 7, 8])
        #expect(report.badRows[0].reason.contains("441e09"))
        #expect(report.badRows[1].reason.contains("004000"))
        #expect(try test.held("004000").isEmpty)
        #expect(try test.held("441e09").isEmpty)
        #expect(try test.held("8a0401") == ["type B738"])
        #expect(try test.held("8a0403") == ["registration PK-GAD", "type B738"])
        let kinds = try test.store.conflicts().map(\.kind)
        #expect(kinds.count { $0 == .spreadsheet } == 2)
        #expect(kinds.count { $0 == .noRegistration } == 1)
    }

    @Test func anAddressTwiceInAFileIsSaidOnce() throws {
        let test = try IdentityUnderTest()
        let text = "8a0401;PK-GAA;B738;0;;;\n8a0401;PK-GAA;B738;0;;2001;\n"
        let report = try test.take(text)
        #expect(report.new == 3)
        let next = try test.take(text + "8a0402;PK-GAB;;0;;;\n", on: 2)
        #expect([next.new, next.changed, next.closed] == [1, 0, 0])
    }

    @Test func encodingsAreGuessedAndSaid() throws {
        let test = try IdentityUnderTest()
        let head = "subject,relation,object,reason\n"
        func take(_ bytes: [UInt8], _ source: String) throws -> IdentityImportReport {
            try test.store.take(
                IdentityImportRequest(.own, path: try test.file(bytes, "x.csv"), source: source),
                at: IdentityUnderTest.day(1)
            )
        }
        #expect(try take(Array((head + "8a0401,registration,PK-GAA,Genève\n").utf8), "a").encoding == "UTF-8")
        let western = Array((head + "8a0401,registration,PK-GAA,Gen").utf8) + [0xE8] + Array("ve\n".utf8)
        #expect(try take(western, "b").encoding == "Windows-1252")
        #expect(try test.store.record(of: AircraftAddress(icao: 0x8A0401)).facts.count { $0.reason == "Genève" } == 2)
        #expect(try take([0xEF, 0xBB, 0xBF] + Array((head + "8a0402,registration,PK-GAB,\n").utf8), "c").new == 1)
        #expect(throws: IdentityError.encoding("UTF-16")) { try take([0xFF, 0xFE, 0x73, 0], "d") }
    }

    @Test func aSourceKeepsItsLicence() throws {
        let test = try IdentityUnderTest()
        try test.take(two, licence: .openDatabase)
        #expect(throws: IdentityError.sourceDiffers(name: "tar1090-db", licence: .openDatabase, kind: .list)) {
            try test.take("8a0402;PK-GAB;;0;;;\n", licence: .own, on: 2)
        }
    }

    @Test func aCopyAndAClosedStoreComeBack() throws {
        let test = try IdentityUnderTest()
        try test.take(two)
        let copy = test.folder.path + "/copy"
        try test.store.backup(to: test.folder.path + "/copied.sqlite")
        #expect(throws: IdentityError.self) { try test.store.backup(to: test.folder.path + "/copied.sqlite") }
        try test.folder.write("copy/identity.sqlite", test.folder.read("copied.sqlite"))
        let other = try IdentityStore(folder: copy)
        #expect(try other.facts(of: [.address(AircraftAddress(icao: 0x14FA3A))]).count == 5)
        try test.store.close()
        #expect(throws: IdentityError.self) { try test.store.imports() }
    }

    @Test("the wrong file, a cut one and an empty one are refused, and what was held stays")
    func doubtfulFiles() throws {
        let test = try IdentityUnderTest()
        let rows = (0..<20).map {
            "8a04\(String($0 + 16, radix: 16));PK-GA\(UnicodeScalar(UInt8(65 + $0)));B738;0;;;\n"
        }
        try test.take(rows.joined())
        func refused(_ text: String) throws -> ImportDoubt? {
            var request = IdentityImportRequest(.tar1090, path: try test.file(text))
            request.takesDoubtful = false
            #expect(try test.store.preview(request, at: IdentityUnderTest.day(2)).doubt != nil)
            do {
                _ = try test.store.take(request, at: IdentityUnderTest.day(2))
                return nil
            } catch {
                guard case .doubtful(let doubt) = error else { throw error }
                return doubt
            }
        }
        #expect(try refused("") == .noRows)
        #expect(try refused("icao24,registration\n8a0410,PK-GAA\n8a0411,PK-GAB\n") == .mostlyBad(3, of: 3))
        #expect(try refused(rows.prefix(5).joined()) == .shrinks(30, of: 40))
        #expect(try test.held("8a0423") == ["registration PK-GAT", "type B738"])
        var whole = IdentityImportRequest(.tar1090, path: try test.file(rows.dropLast().joined()))
        whole.takesDoubtful = false
        #expect(try test.store.take(whole, at: IdentityUnderTest.day(3)).closed == 2)
    }

    @Test("what ends before it begins is left out and named by its line")
    func reversedValidity() throws {
        let test = try IdentityUnderTest()
        let report = try test.take(
            "subject;relation;object;valid_from;valid_to\na835b0;registration;N628TS;2020;2019\na835b1;type;GLF4;2020;2020\n",
            .own
        )
        #expect(report.badRowCount == 1 && report.badRows.first?.line == 2 && report.new == 1)
    }
}
