import Aero
import GRDB
import Testing

@testable import Store

/// Made files in each form. Column names of OpenSky and the FAA are those of the specification; real files were not to be had.
struct IdentityFormatTests {
    @Test func planeAlert() throws {
        let test = try IdentityUnderTest()
        let head =
            "$ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,$Tag 1,$#Tag 2,$#Tag 3,Category,$#Link,#ImageLink\n"
        let report = try test.take(
            head
                + "AE1234,08-0048,United States Air Force,C-17A,C17,Mil,Heavy,Lifter,Grey,USAF,https://en.wikipedia.org/wiki/C-17,http://x\n"
                + "A835AF,N628TS,Falcon Landing LLC,Gulfstream,GLF6,Civ,A Person,Another,Third,As Seen on TV,https://aperson.example/x,\n"
                + "A00001,,,,,Civ,,,,PIA,,\n",
            .planeAlert
        )
        #expect(
            try test.held("ae1234") == [
                "category military", "list plane-alert-db", "operator United States Air Force", "registration 08-0048",
                "type C17",
            ]
        )
        #expect(
            try test.held("a835af") == ["category civil", "list plane-alert-db", "registration N628TS", "type GLF6"]
        )
        #expect(report.badRows.map(\.reason) == ["a privacy address, left out"])
        let members = try test.store.members(of: "plane-alert-db")
        #expect(members.map(\.reason) == ["", "link to wikipedia.org"])
        #expect(members.allSatisfy { $0.licence == .openDatabase })
    }

    @Test func aListOfPrivacyAddressesIsReadOnlyWhereAskedFor() throws {
        let test = try IdentityUnderTest()
        let path = try test.file(
            "$ICAO,$Registration,$Operator,$Type,$ICAO Type,Category\nA00001,N1,Who Airlines,x,C17,PIA\n",
            "plane-alert-pia.csv"
        )
        var request = IdentityImportRequest(.planeAlert, path: path, source: "pia")
        #expect(throws: IdentityError.privacyList) { try test.store.take(request, at: IdentityUnderTest.day(1)) }
        request.takesPrivacyList = true
        _ = try test.store.take(request, at: IdentityUnderTest.day(1))
        #expect(try test.held("a00001") == ["list PIA"])
        // Not by arithmetic either.
        let record = try test.store.record(of: AircraftAddress(icao: 0xA00001))
        #expect(record.shown(.registration, at: IdentityUnderTest.day(2)) == nil)
        #expect(
            try test.store.index(at: IdentityUnderTest.day(2)).aircraft(AircraftAddress(icao: 0xA00001))?.registration
                == nil
        )
    }

    @Test func openSky() throws {
        let test = try IdentityUnderTest()
        try test.take(
            "\"icao24\",\"registration\",\"typecode\",\"serialnumber\",\"operator\",\"operatoricao\",\"owner\",\"registered\",\"reguntil\",\"built\"\n"
                + "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n"
                + "\"8a0401\",\"PK-GAA\",\"B738\",\"30155\",\"Garuda, or \"\"so\"\"\",\"GIA\",\"A Person\",\"2010-05-12\",\"2020-06\",\"2009-01-01\"\n",
            .openSky
        )
        #expect(
            try test.held("8a0401") == [
                "built 2009", "operator-code GIA", "registration PK-GAA", "serial 30155", "type B738",
            ]
        )
        let record = try test.store.record(of: AircraftAddress(icao: 0x8A0401))
        func shown(_ days: Int64) -> Holding? {
            record.shown(.registration, at: CalendarDay.instant(days * CalendarDay.milliseconds))?.holding
        }
        #expect(shown(14_740) == nil)
        #expect(shown(14_750) == .yes)
        // Somewhen in June 2020.
        #expect(shown(18_428) == .perhaps)
        #expect(shown(18_500) == nil)
        #expect(throws: IdentityError.notThisFormat(.openSky, missing: "the column registration")) {
            try test.take("icao24,x\n", .openSky)
        }
    }

    @Test func faa() throws {
        let test = try IdentityUnderTest()
        let master = try test.file(
            "N-NUMBER,SERIAL NUMBER,MFR MDL CODE,ENG MFR MDL,YEAR MFR,TYPE REGISTRANT,NAME,STREET,CITY,ZIP CODE,CERT ISSUE DATE,STATUS CODE,MODE S CODE,EXPIRATION DATE,MODE S CODE HEX,\n"
                + "1    ,28-123    ,1380100,     ,1999,5,FEDERAL AVIATION DEPARTMENT    ,1 MAIN ST,TOWN,12345,20100512,V ,50000001,20300101,A00001   ,\n"
                + "123AB,SMITHSON1 ,9990001,     ,2010,1,SMITHSON JOHN E                ,2 MAIN ST,TOWN,12345,20150101,V ,50000002,20300101,A00002   ,\n"
                + "2    ,9         ,1380100,     ,    ,3,WHOEVER AVIATION LLC           ,3 MAIN ST,TOWN,12345,20150101,V ,50000003,20300101,A00009   ,\n",
            "MASTER.txt"
        )
        let types = try test.file(
            "CODE,MFR,MODEL,TYPE-ACFT,TYPE-ENG,AC-CAT,BUILD-CERT-IND,NO-ENG\n1380100,CESSNA   ,172N  ,4,1,1,0,1\n9990001,SMITHSON JOHN E,RV-6,4,1,1,1,1\n",
            "ACFTREF.txt"
        )
        let report = try test.store.take(
            IdentityImportRequest(.faa, path: master, typesPath: types),
            at: IdentityUnderTest.day(1)
        )
        #expect(
            try test.held("a00001") == [
                "built 1999", "category government", "model CESSNA 172N", "operator FEDERAL AVIATION DEPARTMENT",
                "registration N1",
                "serial 28-123",
            ]
        )
        #expect(try test.held("a00002") == ["built 2010", "registration N123AB"])
        #expect(report.badRows.map(\.reason) == ["the octal and the hexadecimal address differ"])
        #expect(try test.store.openConflicts() == [.arithmetic: 1])
        #expect(try test.store.sources().map(\.kind) == [.register])
    }

    @Test func baseStation() throws {
        let test = try IdentityUnderTest()
        let path = try Self.baseStation(in: test.folder, "made.sqb") { database in
            try database.execute(
                sql: """
                    INSERT INTO Aircraft VALUES (1, '8A0401', 'PK-GAA', 'B738', '30155', 'GIA', 'A Person', '2010-05-12', NULL, '2009', 'secret note');
                    INSERT INTO Aircraft VALUES (2, NULL, 'PK-GAB', 'B738', '1', 'GIA', '', '', '', '', '');
                    INSERT INTO Aircraft VALUES (3, '8A0403', x'00ff00ff', zeroblob(1000), 5, 'Kementerian', 'Kementerian Pertahanan', 'soon', '', 'x', '');
                    """
            )
        }
        let report = try test.store.take(IdentityImportRequest(.baseStation, path: path), at: IdentityUnderTest.day(1))
        #expect(
            try test.held("8a0401") == [
                "built 2009", "operator-code GIA", "registration PK-GAA", "serial 30155", "type B738",
            ]
        )
        #expect(try test.held("8a0403") == ["operator Kementerian Pertahanan"])
        #expect(report.rows == 3)
        #expect(report.badRows.map(\.line) == [2, 3, 3])
        #expect(report.namesLeftOut == 1)
    }

    static func baseStation(
        in folder: TemporaryFolder,
        _ name: String,
        _ fill: (Database) throws -> Void
    ) throws -> String {
        let path = folder.path + "/" + name
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE Aircraft (AircraftID INTEGER PRIMARY KEY, ModeS varchar(6), Registration varchar(20), ICAOTypeCode varchar(10),
                        SerialNo varchar(30), OperatorFlagCode varchar(20), RegisteredOwners varchar(100), CurrentRegDate varchar(10),
                        DeRegDate varchar(10), YearBuilt varchar(4), UserNotes varchar(300))
                    """
            )
            try fill(database)
        }
        try queue.close()
        return path
    }

    @Test func ourOwn() throws {
        let test = try IdentityUnderTest()
        let report = try test.take(
            """
            # Remarks are passed over.
            subject;relation;object;valid_from;valid_to;confidence;kind;polarity;reason
            157716;registration;RA-96022;2003;;probable;press;;"Somewhere; 15 August"
            157716;airframe;af1;2003-01;?;certain;person;;
            af1;serial;74393202011;;;certain;;;
            af1;type;IL96
            157716;registration;RA-96023;;;certain;person;denies;a photograph
            157716;list;state aircraft
            157716;operator;A Person
            157716;colour;white
            157716;type;IL96;2003-13
            157716;type;IL96;;;perhaps

            """,
            .own
        )
        #expect(report.badRows.map(\.reason).count == 3)
        #expect(report.badRows.map(\.line) == [10, 11, 12])
        #expect(report.namesLeftOut == 1)
        let record = try test.store.record(of: AircraftAddress(icao: 0x157716))
        #expect(record.airframe(at: IdentityUnderTest.day(0))?.number == 1)
        #expect(record.shown(.type, at: IdentityUnderTest.day(0))?.fact.object == "IL96")
        #expect(try test.store.lists().map(\.name) == ["state aircraft"])
        let press = try #require(try test.store.facts(naming: "RA-96022", as: .registration).first)
        #expect(press.kind == .press)
        #expect(press.reason == "Somewhere; 15 August")
        #expect(press.licence == .own)
    }

    @Test(arguments: ["2021-05-03", "2021-05", "2021", "1935-02-28", "1904-02-29", "2261-12-31"])
    func datesComeBack(text: String) throws {
        let end = try #require(IdentityDate.end(text))
        #expect(IdentityDate.text(end) == text)
    }

    @Test(arguments: [
        "", "?", "03.05.2021", "05/03/2021", "2021-13", "2021-02-30", "1899", "20210532", "99999999", "2021-5-3",
    ])
    func otherDatesAreNotGuessedAt(text: String) { #expect(IdentityDate.end(text) == nil) }

    @Test func packedFilesAreRead() throws {
        let test = try IdentityUnderTest()
        let packed = try #require(Gzip.packed(Array("8a0401;PK-GAA;B738;0;;;\n".utf8)))
        let path = try test.file(packed, "aircraft.csv.gz")
        #expect(try test.store.take(IdentityImportRequest(.tar1090, path: path), at: IdentityUnderTest.day(1)).new == 2)
        let cut = try test.file(Array(packed.dropLast(9)), "aircraft.csv.gz")
        #expect(throws: IdentityError.self) {
            try test.store.take(IdentityImportRequest(.tar1090, path: cut), at: IdentityUnderTest.day(2))
        }
        #expect(try test.held("8a0401").count == 2)
        #expect(throws: IdentityError.self) {
            try test.store.take(IdentityImportRequest(.tar1090, path: "/nowhere"), at: IdentityUnderTest.day(2))
        }
    }
}
