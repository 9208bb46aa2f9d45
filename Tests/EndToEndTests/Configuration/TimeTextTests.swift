import Aero
import Foundation
import Testing

@testable import pelacak

struct TimeTextTests {
    @Test(
        "a time without zone is taken as UTC, and that is said",
        arguments: [
            ("2024-06-18T12:00:00", 1_718_712_000.0), ("2024-06-18T12:00:00.5", 1_718_712_000.5),
            ("2024-06-18", 1_718_668_800),
        ]
    )
    func withoutZone(text: String, seconds: Double) throws {
        #expect(try TimeText.parse(text).seconds == seconds)
        let note = try #require(TimeText.zoneNote(text))
        #expect(note.contains("\(text) says no zone: taken as UTC (2024-06-18T"))
        #expect(SourceSpecification.zoneNote("file:x.beast?pace=max&start=\(text)") == "start=" + note)
    }

    @Test(
        "a time that leaves nothing open needs no word",
        arguments: [
            "2024-06-18T12:00:00Z", "2024-06-18T12:00:00+07:00", "2024-06-18T12:00:00.250Z", "1718712000.25", "-5",
            "noon",
        ]
    )
    func withZone(text: String) {
        #expect(TimeText.zoneNote(text) == nil)
        #expect(SourceSpecification.zoneNote("file:x.beast?start=\(text)") == nil)
    }

    @Test("what is written is read whole or refused")
    func nothingIsPassedOver() throws {
        #expect(try TimeText.parse("2024-06-18 12:00:30").seconds == 1_718_712_030)
        #expect(try TimeText.parse("2024-06-18T12:01").seconds == 1_718_712_060)
        #expect(try TimeText.parse("2024-06-18T19:00:00.25+0700").seconds == 1_718_712_000.25)
        for text in [
            "2024-06-18T12:00:00Zjunk", "2024-06-18T12", "2024-06-18T25:00:00Z", "1e300", "9999-01-01T00:00:00Z", "",
            "T", "2023-02-29", "2024-13-01", "2024-06-00", "2024-06-18T12:60Z", "2024-06-18T12:00:60Z",
            "2024-06-18T12:00:00+24:00", "2024-06-18T12:00:00+01:60", "٢٠٢٤-٠٦-١٨", "２０２４-06-18T12:00:00Z",
        ] {
            #expect(throws: UsageError.self, "\(text)") { try TimeText.parse(text) }
        }
    }

    @Test("times are read and written as Foundation's calendar does")
    func asFoundationDoes() throws {
        let formatter = ISO8601DateFormatter()
        // 1678 to 2261, at all times of the day.
        for seconds in stride(from: Int64(-9_200_000_000), to: 9_200_000_000, by: 9_199_997) {
            let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            let time = Timestamp(nanoseconds: seconds * 1_000_000_000)
            #expect(TimeText.iso(time) == text)
            #expect(TimeText.iso(time.advanced(bySeconds: 0.75)) == text)
            #expect(try TimeText.parse(text).seconds == Double(seconds))
            for zone in ["+07:00", "-0330", "+1400", "-00:01"] {
                let there = "\(text.dropLast())\(zone)"
                #expect(try TimeText.parse(there).seconds == formatter.date(from: there)?.timeIntervalSince1970)
            }
        }
    }

    @Test func aSourceWithoutStartNeedsNoWord() {
        #expect(SourceSpecification.zoneNote("beast+tcp://h:1?name=start") == nil)
        #expect(SourceSpecification.zoneNote("file:x.beast") == nil)
    }

    @Test("decode says it in one line on standard error, unless it is to be quiet")
    func decode() throws {
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).avr")
        try Data("*8D4840D6202CC371C32CE0576098;\n".utf8).write(to: input)
        defer { try? FileManager.default.removeItem(at: input) }
        let arguments = ["decode", input.path, "--start", "2024-06-18T12:00:00"]
        let loud = try Program.run(arguments)
        #expect(loud.status == 0)
        #expect(loud.errors.split(separator: "\n").filter { $0.contains("says no zone: taken as UTC") }.count == 1)
        #expect(loud.lines == ["*8D4840D6202CC371C32CE0576098;"])
        let quiet = try Program.run(arguments + ["--quiet"])
        #expect(quiet.errors.isEmpty)
        let exact = try Program.run(["decode", input.path, "--start", "2024-06-18T12:00:00Z"])
        #expect(!exact.errors.contains("zone"))
    }
}
