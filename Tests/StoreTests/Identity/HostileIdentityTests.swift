import Aero
import Foundation
import GRDB
import Testing

@testable import Store

struct HostileIdentityTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let seeds: [(IdentityFormat, String)] = [
        (.tar1090, "14fa3a;RA-64508;T204;1000;Tupolev Tu-204;1995;x\n8a0401;PK-GAA;B738;0;BOEING 737-800;;\n"),
        (
            .planeAlert,
            "$ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,Category,$#Link\nAE1234,08-0048,US Air Force,C-17A,C17,Mil,USAF,https://x.gov/y\n"
        ),
        (.openSky, "icao24,registration,typecode,registered\n\"8a0401\",\"PK-GAA\",\"B738\",\"2010-05-12\"\n"),
        (.faa, "N-NUMBER,TYPE REGISTRANT,MFR MDL CODE,MODE S CODE,MODE S CODE HEX\n1,5,138,50000001,A00001\n"),
        (.own, "subject,relation,object,valid_from\n157716,registration,RA-96022,2003\naf1,serial,74393202011,\n"),
    ]

    @Test("changed bytes, cuts, repeats: a report or a typed error, never a trap", arguments: 0..<5)
    func changedText(number: Int) throws {
        let (format, text) = Self.seeds[number]
        let test = try IdentityUnderTest()
        var dice = Dice(state: UInt64(number) + 9)
        var reports = 0
        for round in 0..<300 {
            var bytes = Array(text.utf8)
            for _ in 0...(round % 6) {
                let place = Int.random(in: 0..<bytes.count, using: &dice)
                switch round % 4 {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.insert(contentsOf: Array("\"\n,;\"\"".utf8).shuffled(using: &dice), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 7))
                default: bytes.insert(contentsOf: bytes[place...], at: place)
                }
                if bytes.isEmpty { bytes = [0] }
            }
            let path = try test.folder.write("fuzzed", bytes)
            do throws(IdentityError) {
                _ = try test.store.preview(IdentityImportRequest(format, path: path), at: IdentityUnderTest.day(1))
                reports += 1
            } catch {
                // An error of the file, not of the store.
                switch error {
                case .badFile, .notThisFormat, .encoding: break
                default: Issue.record("\(error)")
                }
            }
        }
        #expect(reports > 50)
    }

    @Test func randomBytesAreNoFile() throws {
        let test = try IdentityUnderTest()
        var dice = Dice(state: 3)
        for format in IdentityFormat.allCases {
            for length in [0, 1, 3, 100, 70_000] {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
                let path = try test.folder.write("random", bytes)
                _ = try? test.store.take(
                    IdentityImportRequest(format, path: path, source: "r"),
                    at: IdentityUnderTest.day(1)
                )
            }
        }
        #expect(try test.store.openConflicts().isEmpty)
    }

    @Test func rowsAreBounded() throws {
        let test = try IdentityUnderTest()
        let long = String(repeating: "A", count: 1 << 20)
        let many = String(repeating: ";", count: 100_000)
        let report = try test.take(
            "8a0401;PK-GAA;;0;\(long);;\n8a0402\(many)\n8a0403;\"PK-GAC\(long)\n8a0404;PK-GAD;;0;;;\n"
        )
        #expect(report.badRows.map(\.line) == [1, 2, 3])
        #expect(try test.held("8a0404") == ["registration PK-GAD"])
    }

    @Test func onlyTheFirstBadRowsAreListedAndAllAreCounted() throws {
        let test = try IdentityUnderTest()
        let report = try test.take(String(repeating: "bad;;;\n", count: 5_000))
        #expect(report.badRowCount == 5_000)
        #expect(report.badRows.count == IdentityImportReport.badRowLimit)
    }

    @Test("damaged databases: each byte of the first pages, and random ones")
    func damagedDatabases() throws {
        let test = try IdentityUnderTest()
        let path = try IdentityFormatTests.baseStation(in: test.folder, "good.sqb") { database in
            for number in 0..<300 {
                try database.execute(
                    sql: "INSERT INTO Aircraft VALUES (NULL, ?, 'PK-GAA', 'B738', '1', 'GIA', '', '', '', '', ?)",
                    arguments: [
                        "8a" + String(number, radix: 16).leftPadded(4), String(repeating: "x", count: number * 20),
                    ]
                )
            }
        }
        let good = try test.folder.bytes(path)
        var dice = Dice(state: 11)
        var whole = 0
        for round in 0..<250 {
            var bytes = good
            for _ in 0..<(1 + round % 5) {
                let place =
                    round < 100 ? Int.random(in: 0..<200, using: &dice) : Int.random(in: 0..<bytes.count, using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            if round % 10 == 9 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &dice)) }
            let damaged = try test.folder.write("damaged.sqb", bytes)
            if (try? test.store.preview(
                IdentityImportRequest(.baseStation, path: damaged),
                at: IdentityUnderTest.day(1)
            )) != nil {
                whole += 1
            }
        }
        // Bytes within texts change nothing of the structure.
        #expect(whole > 0)
    }

    @Test("a view, a virtual or a computed table in the place of Aircraft is not read")
    func strangeSchemas() throws {
        let test = try IdentityUnderTest()
        let schemas = [
            "CREATE TABLE t (ModeS, Registration); CREATE VIEW Aircraft AS SELECT * FROM t",
            "CREATE VIEW Aircraft AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS ModeS, i AS Registration FROM n",
            "CREATE TABLE Aircraft (ModeS, x, Registration AS (upper(x)))",
            "CREATE TABLE Aircraft (ModeS PRIMARY KEY, Registration) WITHOUT ROWID",
            "CREATE TABLE Other (ModeS, Registration)",
        ]
        for (number, schema) in schemas.enumerated() {
            let path = test.folder.path + "/strange\(number).sqb"
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: schema) }
            try queue.close()
            #expect(throws: IdentityError.self, "\(schema)") {
                try test.store.take(IdentityImportRequest(.baseStation, path: path), at: IdentityUnderTest.day(1))
            }
        }
    }

    @Test func aNewerDatabaseIsRefused() throws {
        let folder = try TemporaryFolder()
        let store = try IdentityStore(folder: folder.path)
        try store.close()
        let queue = try DatabaseQueue(path: folder.path + "/" + IdentityStore.name)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 later')") }
        try queue.close()
        #expect(throws: IdentityError.newerSchema(found: "999 later", known: "001 facts")) {
            try IdentityStore(folder: folder.path)
        }
        try folder.write(Array("no database".utf8), to: folder.path + "/" + IdentityStore.name)
        #expect(throws: IdentityError.self) { try IdentityStore(folder: folder.path) }
    }
}
