import Feeds
import Foundation
import Logging
import ModeS
import Testing

@testable import pelacak

@Suite(.timeLimit(.minutes(10)))
struct SinkLinesTests {
    /// The label's own frames are lines of `decode`; an output says it in words of its own.
    private static func isLabel(_ line: String) -> Bool { line.contains("~DFFFFF") || !line.contains("\"raw\"") }

    @Test("an output prints what decode prints", arguments: ["jsonl", "sbs"])
    func outputsSayWhatDecodeSays(format: String) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).beast")
        defer { try? FileManager.default.removeItem(at: file) }
        let made = try Program.run(["simulate", "traffic?aircraft=20", "--hours", "0.01", "--out", file.path])
        #expect(made.status == 0)
        let options = ["--clock", "12mhz", "--start", "2024-06-18T12:00:00Z", "--output", format]
        let decoded = try Program.run(["decode", file.path] + options).lines.map(String.init)
        let reader = try await SinkReader("\(format)+listen://127.0.0.1:0")
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let sky = LiveSky(router: OutputRouter([reader.outlet]), logger: logger)
        let feed = await sky.open(name: "a", isRecording: true, place: nil)
        var decoder = BeastDecoder(time: .recording(start: try TimeText.parse("2024-06-18T12:00:00Z")), clock: .ticks)
        var batch = FeedBatch()
        decoder.decode([UInt8](try Data(contentsOf: file)).span, arrival: TimeText.now, into: &batch)
        decoder.finish(into: &batch)
        await sky.ingest(batch, from: feed)
        let sent = String(decoding: await reader.end(), as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
        if format == "jsonl" {
            #expect(sent.allSatisfy { $0.hasPrefix("{\"simulated\": true, ") })
            let (ours, theirs) = (sent.filter { !Self.isLabel($0) }, decoded.filter { !Self.isLabel($0) })
            #expect(ours.count == theirs.count)
            let other = zip(ours, theirs).first { $0 != $1 }
            #expect(other == nil, "\(other?.0 ?? "") is not \(other?.1 ?? "")")
            #expect(sent.count > 500)
        } else {
            #expect(sent.first?.hasPrefix("STA,,1,1,DFFFFF") == true)
            #expect(sent.filter { $0.hasPrefix("MSG") } == decoded.filter { $0.hasPrefix("MSG") })
            #expect(sent.count > 200)
        }
    }
}
