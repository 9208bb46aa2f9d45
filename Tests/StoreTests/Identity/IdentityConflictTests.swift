import Aero
import Testing

@testable import Store

struct IdentityConflictTests {
    @Test("two lists that disagree: 14FA3A is RA-64508 here, RA-64058 there and by the rule")
    func theKnownOne() throws {
        let test = try IdentityUnderTest()
        let alert =
            "$ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,$Tag 1,$#Tag 2,$#Tag 3,Category,$#Link\n"
            + "14FA3A,RA-64508,Some Air Force,Tupolev Tu-204,T204,Gov,x,y,z,Dictator Alert,https://en.wikipedia.org/wiki/Somebody\n"
        try test.take(alert, .planeAlert)
        try test.take("14fa3a;RA-64058;T204;0;;;\n14fbfc;RA-64508;T204;0;;;\n", on: 2)
        let found = try test.store.conflicts()
        let rule = try #require(found.first { $0.kind == .arithmetic })
        #expect(rule.subject == .address(AircraftAddress(icao: 0x14FA3A)))
        #expect(rule.values == ["RA-64508", "14fbfc", "RA-64058"])
        #expect(rule.rule == "RA-nnnnn")
        #expect(rule.since == IdentityUnderTest.day(1))
        let lists = try #require(found.first { $0.kind == .sources })
        #expect(lists.values == ["RA-64058", "RA-64508"])
        #expect(lists.sources == [1, 2])
        // And RA-64508 is on two addresses now.
        #expect(found.first { $0.kind == .twoAddresses }?.values == ["RA-64508", "14fa3a", "14fbfc"])
        #expect(found.count == 3)
        let record = try test.store.record(of: AircraftAddress(icao: 0x14FA3A))
        let shown = try #require(record.shown(.registration, at: IdentityUnderTest.day(3)))
        #expect(shown.fact.object == "RA-64058")
        #expect(shown.fact.kind == .arithmetic)
        #expect(shown.isPicked)
        #expect(try test.held("14fa3a").contains("list plane-alert-db"))
    }

    @Test func conflictsAreAsKnownThenAndAtBothAddresses() throws {
        let test = try IdentityUnderTest()
        try test.take("8a0401;PK-GAA;B738;0;;;\n8a0402;PK-GAA;B738;0;;;\n")
        let (one, other) = (AircraftAddress(icao: 0x8A0401), AircraftAddress(icao: 0x8A0402))
        let found = try test.store.conflicts(of: .address(one))
        #expect(found.map(\.kind) == [.twoAddresses])
        #expect(try test.store.conflicts(of: .address(other)) == found)
        #expect(try test.store.conflicts(of: .address(AircraftAddress(icao: 0x8A0403))).isEmpty)
        try test.store.decide(found[0].id, .explained, reason: "moved", at: IdentityUnderTest.day(3))
        try test.take("8a0401;PK-GAA;B738;0;;;\n", on: 4)
        #expect(try test.store.conflicts(of: .address(one)).isEmpty)
        func then(_ day: Int64) throws -> [IdentityConflict.State] {
            try test.store.conflicts(of: .address(one), known: IdentityUnderTest.day(day)).map(\.state)
        }
        #expect(try then(0) == [])
        #expect(try then(2) == [.open])
        #expect(try then(3) == [.explained])
        #expect(try then(4) == [])
    }

    @Test func aDecisionStaysWhenTheConflictIsFoundAgain() throws {
        let test = try IdentityUnderTest()
        let wrong = "14fa3a;RA-64508;T204;0;;;\n"
        try test.take(wrong)
        let conflict = try #require(try test.store.conflicts().first)
        #expect(try test.store.openConflicts() == [.arithmetic: 1])
        try test.store.decide(conflict.id, .explained, reason: "repainted", at: IdentityUnderTest.day(2))
        #expect(try test.store.openConflicts().isEmpty)
        try test.take("14fa3a;RA-64058;T204;0;;;\n", on: 3)
        #expect(try test.store.conflicts().isEmpty)
        try test.take(wrong, on: 4)
        let again = try #require(try test.store.conflicts().first)
        #expect(again.id != conflict.id)
        #expect(again.state == .explained)
        #expect(again.reason == "repainted")
        #expect(again.since == IdentityUnderTest.day(4))
        #expect(throws: IdentityError.self) {
            try test.store.decide(999, .refuted, reason: "", at: IdentityUnderTest.day(2))
        }
    }

    @Test func conflictsOfRowsEndWithTheirImport() throws {
        let test = try IdentityUnderTest()
        try test.take("4.41E+11;PK-GAA;B738;0;;;\n")
        #expect(try test.store.openConflicts() == [.spreadsheet: 1])
        // Another source's import leaves them alone.
        try test.take("8a0401;PK-GAA;;0;;;\n", source: "other", on: 2)
        #expect(try test.store.openConflicts() == [.spreadsheet: 1])
        let mended = try test.take("8a0402;PK-GAB;;0;;;\n", on: 3)
        #expect(try test.store.openConflicts().isEmpty)
        try test.store.undo(try #require(mended.id), at: IdentityUnderTest.day(4))
        #expect(try test.store.openConflicts() == [.spreadsheet: 1])
        try test.store.undo(1, at: IdentityUnderTest.day(5))
        #expect(try test.store.openConflicts().isEmpty)
    }

    @Test func everyAircraftOfAHostileFileMayContradict() throws {
        let test = try IdentityUnderTest()
        let rows = (0..<3_000).map { "a\(String(0x00100 + $0, radix: 16).leftPadded(5));PK-GAA;;0;;;\n" }.joined()
        let report = try test.take(rows)
        #expect(report.conflicts >= 3_000)
        #expect(try test.store.conflicts(limit: 10).count == 10)
    }
}

extension String {
    /// With zeros before it.
    func leftPadded(_ count: Int) -> String { String(repeating: "0", count: max(0, count - self.count)) + self }

    @Test("a contradiction names those who say it now, and as of an earlier day those who said it then")
    func sourcesAreOfTheirDay() throws {
        let test = try IdentityUnderTest()
        let first = try test.take("14fa3a;RA-64508;;0;;;\n", source: "one", on: 1)
        try test.take("14fa3a;RA-64508;;0;;;\n", source: "two", on: 2)
        func names(known: Int64?) throws -> [[String]] {
            let names = Dictionary(uniqueKeysWithValues: try test.store.sources().map { ($0.id, $0.name) })
            return try test.store.conflicts(known: known.map(IdentityUnderTest.day), limit: 100)
                .filter { $0.kind == .arithmetic }.map { $0.sources.compactMap { names[$0] }.sorted() }
        }
        #expect(try names(known: nil) == [["one", "two"]])
        try test.store.undo(try #require(first.id), at: IdentityUnderTest.day(3))
        #expect(try names(known: nil) == [["two"]])
        #expect(try names(known: 1) == [["one"]])
        #expect(try names(known: 2) == [["one", "two"]])
    }
}
