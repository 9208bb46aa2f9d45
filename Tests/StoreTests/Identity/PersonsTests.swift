import Aero
import Foundation
import GRDB
import Testing

@testable import Store

/// Gate P10 c: registers with 10,000 made-up persons come in, and none is found in any file afterwards.
struct PersonsTests {
    /// Made of syllables, each with a mark that nothing else has.
    private static func person(_ number: Int) -> (given: String, family: String) {
        let syllables = ["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zu"]
        let digits = String(number).leftPadded(4).compactMap(\.wholeNumberValue)
        return (
            "Qx" + syllables[digits[0]] + syllables[digits[1]],
            "Qx" + syllables[digits[2]] + syllables[digits[3]] + syllables[digits[0]]
        )
    }

    /// How registers and lists write a person.
    private static func written(_ number: Int) -> String {
        let (given, family) = person(number)
        switch number % 10 {
        case 0: return "\(family.uppercased()) \(given.uppercased())"
        case 1: return "\(given) \(family)"
        case 2: return "Dr. \(given) \(family)"
        case 3: return "\(family) Family Trust"
        case 4: return "\(given) & Qxana \(family)"
        case 5: return "\(family.uppercased()) \(given.uppercased()) TRUSTEE"
        case 6: return "\(given) \(family) III"
        case 7: return "Mr \(given) \(family) Government House"
        case 8: return "\(family) Aviation LLC"
        default: return "\(family)"
        }
    }

    @Test func tenThousandPersonsLeaveNoTrace() throws {
        let test = try IdentityUnderTest()
        let out = test.folder.path + "/out.csv"
        var reports: [IdentityImportReport] = []
        reports.append(try test.take(Self.tar1090(), licence: .own))
        reports.append(try test.take(Self.openSky(), .openSky, licence: .own))
        reports.append(try test.take(Self.planeAlert(), .planeAlert, licence: .own))
        reports.append(
            try test.store.take(
                IdentityImportRequest(.faa, path: try test.file(Self.faa()), typesPath: try test.file(Self.types())),
                at: IdentityUnderTest.day(1)
            )
        )
        let path = try IdentityFormatTests.baseStation(in: test.folder, "files.sqb") { database in
            for number in 0..<10_000 {
                try database.execute(
                    sql: "INSERT INTO Aircraft VALUES (NULL, ?, ?, '', ?, ?, ?, '', '', '', ?)",
                    arguments: [
                        Self.hex(number), Self.written(number), Self.person(number).family, Self.written(number),
                        Self.written(number), Self.written(number),
                    ]
                )
            }
        }
        reports.append(
            try test.store.take(
                IdentityImportRequest(.baseStation, path: path, licence: .own),
                at: IdentityUnderTest.day(1)
            )
        )
        _ = try test.store.export(to: out)
        #expect(reports.map(\.rows).reduce(0, +) == 50_000)
        #expect(reports.allSatisfy { $0.namesLeftOut + $0.badRowCount >= 9_000 })
        // What people are told, and what errors say.
        #expect(!"\(reports)".contains("Qx") && !"\(reports)".contains("QX"))
        // A syllable behind the mark: N1QX is an honest registration.
        #expect(Self.count(Array("\(try test.store.conflicts(limit: 100_000))".utf8)) == 0)
        try test.store.close()
        var searched = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: test.folder.path + "/store").map({
            "store/" + $0
        }) + ["out.csv"] {
            let bytes = try test.folder.read(name)
            searched += bytes.count
            #expect(Self.count(bytes) == 0, "\(name)")
        }
        #expect(searched > 1_000_000)
        // The search does find what is there.
        #expect(Self.count(Array("…QXBADE".utf8)) == 1)
    }

    /// How often a name begins: its mark and a syllable, in either case.
    private static func count(_ bytes: [UInt8]) -> Int {
        let syllables = Set(["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zu"].map { Array($0.utf8) })
        var count = 0
        for place in bytes.indices.dropLast(3)
        where bytes[place] | 32 == UInt8(ascii: "q") && bytes[place + 1] | 32 == UInt8(ascii: "x") {
            if syllables.contains([bytes[place + 2] | 32, bytes[place + 3] | 32]) { count += 1 }
        }
        return count
    }

    private static func hex(_ number: Int) -> String { "8a" + String(number, radix: 16).leftPadded(4) }

    private static func tar1090() -> String {
        (0..<10_000).map { number in
            let who = written(number)
            return number % 3 == 0
                // A builder as maker, without a type.
                ? "\(hex(number));\(number % 2 == 0 ? who : "PK-QA\(number % 10)");;0;\(who) RV-6;2001;\(who)\n"
                : "\(hex(number));PK-Q\(number % 10)A;B738;0;\(who) Special;2001;\(who)\n"
        }.joined()
    }

    private static func openSky() -> String {
        "icao24,registration,manufacturericao,manufacturername,model,typecode,serialnumber,operator,operatorcallsign,operatoricao,owner,notes\n"
            + (0..<10_000).map { number in
                let who = written(number).replacingOccurrences(of: ",", with: " ")
                return
                    "\(hex(number)),PK-1\(number),\(who),\(who),\(who),\(number % 2 == 0 ? "" : "C172"),\(person(number).family),\(who),\(who),\(who),\(who),\(who)\n"
            }.joined()
    }

    private static func planeAlert() -> String {
        "$ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,$Tag 1,$#Tag 2,$#Tag 3,Category,$#Link\n"
            + (0..<10_000).map { number in
                let who = written(number)
                let link = "https://\(person(number).family).example/wiki/\(person(number).given)"
                return "\(hex(number)),PK-2\(number),\(who),\(who),C172,Civ,\(who),\(who),\(who),\(who),\(link)\n"
            }.joined()
    }

    private static func faa() -> String {
        "N-NUMBER,SERIAL NUMBER,MFR MDL CODE,YEAR MFR,TYPE REGISTRANT,NAME,STREET,CITY,ZIP CODE,MODE S CODE,MODE S CODE HEX,OTHER NAMES(1)\n"
            + (0..<10_000).map { number in
                let who = written(number).uppercased()
                let address = String(0xA00001 + number, radix: 16)
                return
                    "1,\(person(number).family),\(number % 2),2001,\(1 + number % 9),\(who),\(number) \(who) ST,\(who),1,,\(address),\(who)\n"
            }.joined()
    }

    private static func types() -> String {
        "CODE,MFR,MODEL,BUILD-CERT-IND\n0,CESSNA,172\n1,\(person(7).family),RV-6,1\n0,CESSNA,172,0\n"
    }

    @Test(
        "builders who are called as makers are, and persons with an official word in their name",
        arguments: [
            "HUGHES JIM RV-6", "DOUGLAS ROY", "De Wit Jan", "Robinson Ann Bell", "Mooney Max Bob", "Bell Max",
            "GROB ANNA 2",
        ]
    )
    func makersThatArePersons(text: String) { #expect(!ModelFilter.accepts(text)) }

    @Test(
        "models of makers that bear a name",
        arguments: [
            "BELL 407", "ROBINSON R44 II", "DOUGLAS DC-3", "BOEING 737 MAX 8", "DE HAVILLAND CANADA DHC-6 TWIN OTTER",
            "CESSNA SKYHAWK",
            "HUGHES 369", "AIRBUS A320 NEO", "PIPER PA-28 CHEROKEE", "BOEING C-17 GLOBEMASTER III",
        ]
    )
    func modelsOfNamedMakers(text: String) { #expect(ModelFilter.accepts(text)) }

    @Test(
        "states and airlines by their names",
        arguments: [
            "Federal Aviation Administration", "NASA", "Garuda Indonesia", "Sekretariat Negara", "Badan SAR Nasional",
            "Presiden Republik Indonesia", "POLRI", "Pelita Air Service", "Qatar Amiri Flight", "State of Texas",
            "Republic of Korea Air Force",
        ]
    )
    func states(text: String) { #expect(OwnerFilter.accepts(text)) }

    @Test("persons", arguments: ["Robert Kingdom", "Marco Republic", "Hans Mueller", "Garuda", "Jane Roe Trust"])
    func persons(text: String) { #expect(!OwnerFilter.accepts(text)) }
}
