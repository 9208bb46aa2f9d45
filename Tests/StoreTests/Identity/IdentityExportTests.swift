import Aero
import Testing

@testable import Store

struct IdentityExportTests {
    @Test func whatMayNotBeHandedOnIsRefusedWithItsBlockers() throws {
        let test = try IdentityUnderTest()
        try test.take("8a0401;PK-GAA;B738;0;;;\n")
        try test.take("8a0401;PK-GAA;;0;;;\n", source: "open", licence: .openDatabase, on: 2)
        let path = test.folder.path + "/out.csv"
        #expect(throws: IdentityError.forbidden([.unknown: 2], rowsWithout: 1)) { try test.store.export(to: path) }
        #expect(!test.folder.names().contains("out.csv"))
        let export = try test.store.export(to: path, leavingOutForbidden: true)
        #expect(export.rows == 1)
        #expect(export.leftOut == 2)
        #expect(export.licence == .openDatabase)
        #expect(export.origins == ["open"])
        let text = String(decoding: try test.folder.read("out.csv"), as: UTF8.self)
        #expect(text.contains("8a0401,registration,PK-GAA,,,probable,list,says,,open,ODbL,"))
        #expect(!text.contains("tar1090-db"))
    }

    @Test func everyMixOfLicencesGoesOutAsItMay() throws {
        for first in LicenceTag.allCases {
            for second in LicenceTag.allCases {
                let test = try IdentityUnderTest()
                try test.take("8a0401;PK-GAA;;0;;;\n", source: "one", licence: first)
                try test.take("8a0402;PK-GAB;;0;;;\n", source: "two", licence: second)
                let path = test.folder.path + "/out.csv"
                let pair: Set = [first, second]
                if !pair.allSatisfy(\.isRedistributable) {
                    #expect(throws: IdentityError.self) { try test.store.export(to: path) }
                } else if pair == [.openDatabase, .attributionShareAlike] {
                    #expect(throws: IdentityError.incompatible(.openDatabase, .attributionShareAlike)) {
                        try test.store.export(to: path)
                    }
                } else {
                    let export = try test.store.export(to: path)
                    #expect(export.rows == 2)
                    #expect(pair.contains(try #require(export.licence)))
                }
            }
        }
    }

    @Test func anExportIsReadBackAsOurOwn() throws {
        let test = try IdentityUnderTest()
        let head = "subject,relation,object,valid_from,valid_to,confidence,kind,polarity,reason\n"
        try test.take(
            head
                + "157716,registration,RA-96022,2003-05-01,?,certain,press,says,\"said \"\"so\"\", there\"\naf1,serial,74393202011,,2020,,,,\n"
                + "157716,registration,RA-96023,,,certain,person,denies,\n",
            .own
        )
        let path = test.folder.path + "/out.csv"
        _ = try test.store.export(to: path)
        let other = try IdentityUnderTest()
        let report = try other.store.take(IdentityImportRequest(.own, path: path), at: IdentityUnderTest.day(1))
        #expect(report.badRowCount == 0)
        #expect(
            try other.everything(known: IdentityUnderTest.day(2)) == test.everything(known: IdentityUnderTest.day(2))
        )
        #expect(throws: IdentityError.self) { try test.store.export(to: path) }
    }

    @Test("of hidden aircraft nothing is written, in either space of addresses, and nothing of them is counted")
    func hiddenAircraft() throws {
        let test = try IdentityUnderTest()
        try test.take("8a0401;PK-GAA;;0;;;\n~8a0401;PK-GAX;;0;;;\n8a0402;PK-GAB;;0;;;\n", licence: .openDatabase)
        try test.take("subject,relation,object\naf1,registration,PK-GAC\n", .own, licence: .own)
        let path = test.folder.path + "/out.csv"
        let export = try test.store.export(to: path, hiding: [0x8A0401])
        #expect(export.rows == 2 && export.leftOut == 0)
        let text = String(decoding: try test.folder.read("out.csv"), as: UTF8.self)
        #expect(text.contains("PK-GAB") && text.contains("PK-GAC") && !text.contains("8a0401"))
    }
}
