import Aero
import Foundation
import Radio
import Site
import Testing

@testable import pelacak

struct ReceptionFileTests {
    private static let begin = Timestamp(seconds: 1_795_377_960)

    /// A folder that ends with the closure.
    private func folder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    private func book() -> ReceptionBook {
        var book = ReceptionBook()
        for (name, isRecording) in [("roof", false), ("old.beast", true)] {
            book.change(name, isRecording: isRecording) { history in
                for second in 0..<200 {
                    var statistics = DemodulatorStatistics()
                    (statistics.samples, statistics.parityFailures) = (2_400_000 * (second + 1), 3 * second)
                    statistics.noiseLevel = -31.5
                    let time = Self.begin.advanced(bySeconds: Double(second))
                    history.note(statistics, gain: 42.1, at: time)
                    var tally = ReceptionTally()
                    tally.note(.report, count: 7)
                    history.add(tally, at: time, isSimulated: false)
                }
                var census = ReceptionCensus()
                if let place = Position(latitude: 52, longitude: 5), let there = Position(latitude: 52, longitude: 7) {
                    census.note(there, from: place)
                }
                census.hour.aircraft = 4
                history.note(census, before: Self.begin.advanced(bySeconds: 200))
            }
        }
        return book
    }

    @Test("what live sources received is there again, for its owner alone; what recordings gave is not kept")
    func roundTrip() throws {
        try folder { folder in
            let file = ReceptionFile(folder: folder)
            #expect(file.write(book()))
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let read = try #require(file.read(at: Self.begin.advanced(bySeconds: 300)))
            #expect(Array(read.histories.keys) == ["roof"])
            let (before, after) = (try #require(book().histories["roof"]), try #require(read.histories["roof"]))
            for span in ReceptionSpan.allCases {
                let (old, new) = (before.slots(of: span), after.slots(of: span))
                #expect(old.map(\.messages) == new.map(\.messages) && old.map(\.refused) == new.map(\.refused))
                #expect(old.map(\.noiseMean) == new.map(\.noiseMean) && old.map(\.gain) == new.map(\.gain))
                #expect(old.map(\.aircraft) == new.map(\.aircraft))
                for (one, other) in zip(old, new) {
                    #expect(zip(one.farthest, other.farthest).allSatisfy { abs($0 - $1) <= 5 })
                }
            }
            #expect(after.last == before.last && after.hasRadio)
        }
    }

    @Test("what is older than a day, or of a time that has not come, is not taken up")
    func old() throws {
        try folder { folder in
            let file = ReceptionFile(folder: folder)
            #expect(file.write(book()))
            #expect(file.read(at: Self.begin.advanced(bySeconds: 90_000))?.histories.isEmpty == true)
            #expect(file.read(at: Self.begin.advanced(bySeconds: -90_000))?.histories.isEmpty == true)
        }
    }

    @Test("no file is nothing, and nothing makes none")
    func none() throws {
        try folder { folder in
            let file = ReceptionFile(folder: folder)
            #expect(file.read(at: Self.begin)?.histories.isEmpty == true)
            #expect(file.write(ReceptionBook()))
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    private static let hostileTexts = [
        "", "{", "[]", "null", #"{"version":2,"sources":[]}"#, #"{"version":1}"#,
        #"{"version":1,"sources":[{"name":"x","last":1795377960,"radio":true,"hour":[{"at":1}],"day":[]}]}"#,
        #"{"version":1,"sources":[{"name":"x","last":1795377960,"radio":1,"hour":[],"day":[]}]}"#,
        String(repeating: "[", count: 2000),
    ]

    @Test("a file that is none of ours is said to be unreadable, and traps nothing", arguments: hostileTexts)
    func hostile(text: String) throws {
        try folder { folder in
            let file = ReceptionFile(folder: folder)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
            #expect(file.read(at: Self.begin) == nil)
        }
    }

    @Test("numbers that could not have been written are left out, slot by slot; there are never more than a span has")
    func unsound() throws {
        let sound = #"{"at":1795377960,"watched":60,"messages":[1,0,0,0,0,0,0,0]}"#
        let wrong = [
            #"{"at":1795377900,"watched":61}"#, #"{"at":1795377900,"watched":-1}"#,
            #"{"at":1795377900,"watched":1,"messages":[1]}"#, #"{"at":1795377900,"watched":1,"refused":-1}"#,
            #"{"at":1795377900,"watched":1,"samples":9223372036854775807}"#,
            #"{"at":1795377900,"watched":1,"farthest":[1,2]}"#, #"{"at":1795377900,"watched":1,"noise":[1,2]}"#,
            #"{"at":1795377900,"watched":1,"noise":[-30,0,-30]}"#, #"{"at":1795377900,"watched":1,"step":256}"#,
            #"{"at":1795377900,"watched":1,"gain":1e9}"#, #"{"at":1795377901,"watched":1}"#,
            #"{"at":9223372036854775807,"watched":1}"#, #"{"at":-9223372036854775808,"watched":1}"#,
        ]
        try folder { folder in
            let file = ReceptionFile(folder: folder)
            for slots in [wrong + [sound], [sound] + [String](repeating: sound, count: 500)] {
                let list = slots.joined(separator: ",")
                let text =
                    #"{"version":1,"sources":[{"name":"x","last":1795377970,"radio":true,"hour":[\#(list)],"day":[]}]}"#
                try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
                let history = try #require(file.read(at: Self.begin)?.histories["x"])
                #expect(history.slots(of: .hour).map(\.messageCount) == [1])
            }
        }
    }
}
