import Aero
import Feeds
import Foundation
import ModeS
import Testing

@testable import pelacak

/// What the built program makes of a format on its way in, and what it says of it on its way out.
@Suite(.timeLimit(.minutes(10)))
struct FormatTests {
    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"

    @Test("Beast with receiver ids (e3): aircraft of all, the ids blinded and only where they are asked for")
    func receiverIDs() async throws {
        let site = try await Under("beast+listen", sinks: ["beast?receiver-ids=1", "jsonl?receiver-ids=1", "beast"])
        defer { site.stop() }
        var encoder = BeastEncoder(blinding: { $0 })
        var bytes: [UInt8] = []
        for (number, hex) in [even, odd, even, odd].enumerated() {
            var frame = ReceivedFrame(frame: try Frame(hex: hex), time: now(Double(number) / 4), level: -10)
            frame.receiver = number % 2 == 0 ? 0x1234_5678 : 0x8765_4321
            encoder.encode(OutputBatch(frames: [frame]), into: &bytes)
        }
        #expect(bytes.contains([0x1A, 0xE3, 0, 0, 0, 0, 0x12, 0x34, 0x56, 0x78]))
        try await site.feeder.send(bytes)
        let aircraft = try await site.aircraft("40621d") { $0["lat"] != nil }
        #expect(aircraft["type"] as? String == "adsb_icao" && aircraft["mlat"] as? [String] == [])
        #expect(try await site.readers[0].told(frame: odd))
        let frames = decoded(await site.readers[0].told { _ in true }).frames
        let numbers = frames.compactMap(\.receiver)
        #expect(numbers.count == frames.count && Set(numbers).count == 2)
        #expect(Set(numbers).isDisjoint(with: [0x1234_5678, 0x8765_4321]))
        let lines = await site.readers[1].text(until: odd)
        for number in Set(numbers) {
            #expect(lines.contains("\"receiver\": \"\(Hexadecimal.lower(number, digits: 16))\""))
        }
        #expect(try await site.readers[2].told(frame: odd))
        #expect(await !site.readers[2].told { _ in true }.contains([0x1A, 0xE3]))
    }

    @Test(
        "AVR with time stamps, with and without level: what the receiver counted goes out again",
        arguments: ["@", "<"]
    )
    func timedAVR(mark: String) async throws {
        let site = try await Under("avr+listen", sinks: ["beast?source=roof", "avr", "jsonl"])
        defer { site.stop() }
        let ticks: [UInt64] = [0x1122_3344_5566, 0x1122_3374_5566, 0x1122_33A4_5566]
        let level = mark == "<" ? "50" : ""
        for (stamp, hex) in zip(ticks, [even, odd, even]) {
            try await site.feeder.send("\(mark)\(String(stamp, radix: 16, uppercase: true))\(level)\(hex);\n")
        }
        let aircraft = try await site.aircraft("40621d") { $0["lat"] != nil }
        #expect(aircraft["type"] as? String == "adsb_icao")
        // (0x50 / 255)² of full scale.
        let rssi = aircraft["rssi"] as? Double
        #expect(mark == "<" ? abs((rssi ?? 0) + 10.1) < 0.2 : rssi == nil || rssi == -49.5)
        #expect(try await site.readers[0].told(frame: odd))
        let frames = decoded(await site.readers[0].told { decoded($0).frames.count >= 3 }).frames
        #expect(frames.map(\.ticks) == ticks && frames.map(\.frame.hex) == [even, odd, even])
        #expect(await site.readers[1].text(until: odd).contains("*\(even);\n*\(odd);"))
        let lines = await site.readers[2].text(until: odd)
        #expect(lines.contains("\"rssi\"") == (mark == "<"))
    }

    @Test("dump978: aircraft of 978 MHz, and lines that can be read back")
    func uat() async throws {
        let site = try await Under("uat+listen", sinks: ["jsonl", "beast"])
        defer { site.stop() }
        let frame = "008a0123f749f497ae140b5811e450e0b000"
        let text = "!program=dump978-fa;\n-\(frame);rs=2;rssi=-12.5;t=\(TimeText.now.seconds);\n+00112233;\n"
        for _ in 0..<2 { try await site.feeder.send(text) }
        let aircraft = try await site.aircraft("8a0123") { $0["lat"] != nil }
        #expect(aircraft["type"] as? String == "adsb_icao" && aircraft["alt_baro"] as? Int == 3_500)
        #expect(abs(try #require(aircraft["lat"] as? Double) + 6.125) < 0.2)
        #expect(aircraft["rssi"] as? Double == -12.5)
        // A sign of life, an empty line, may come before it.
        let line = await site.readers[0].text(until: "}\n")
        #expect(line.contains("\"uat\": 0") && line.lowercased().contains(frame), "\(line)")
        var decoder = JSONLinesDecoder()
        var batch = FeedBatch()
        decoder.decode(Array(line.utf8).span, arrival: TimeText.now, into: &batch)
        let back = try #require(batch.uat.first)
        #expect(try back.frame == UATFrame(hex: Array(frame.utf8).span) && back.level == -12.5)
        #expect(back.correctedBytes == 2 && decoder.counters.rejected == 0)
        let source = try await site.program.json("/api/v1/sources").source("roof")
        #expect(source?["format"] as? String == "uat")
    }

    @Test("SBS with kind=mlat: computed positions, marked as such, which leave only where that is asked for")
    func computed() async throws {
        let port = try Peer.freePort()
        let site = try await Under(
            "sbs+listen",
            options: "kind=mlat",
            sinks: ["jsonl?mlat=1", "jsonl"],
            more: ["beast+listen://127.0.0.1:\(port)?name=antenna"]
        )
        defer { site.stop() }
        let line = "MSG,3,1,1,4CA2D6,1,,,,,,31000,,,51.25,4.5,-640,,,,,\r\n"
        for _ in 0..<2 { try await site.feeder.send(line) }
        let aircraft = try await site.aircraft("4ca2d6") { $0["lat"] != nil }
        #expect(aircraft["type"] as? String == "mlat" && aircraft["lat"] as? Double == 51.25)
        #expect(Set(aircraft["mlat"] as? [String] ?? []).isSuperset(of: ["lat", "lon"]))
        let marked = await site.readers[0].text(until: "4CA2D6")
        #expect(marked.contains("\"source\": \"mlat\"") && marked.contains("\"latitude\": 51.25"), "\(marked)")
        // A frame that is computed says so by its time stamp; another of the same aircraft is a frame like any other.
        let antenna = try await site.program.feeder(of: "antenna", at: port)
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        for (hex, origin) in [(even, ReceivedFrame.Origin.multilateration), (odd, .received), (even, .received)] {
            let frame = ReceivedFrame(frame: try Frame(hex: hex), time: now(), level: -10, origin: origin)
            encoder.encode(OutputBatch(frames: [frame]), into: &bytes)
        }
        #expect(bytes.contains(Array("MLAT".utf8)))
        try await antenna.send(bytes)
        let all = await site.readers[0].text(until: odd)
        #expect(all.contains("\"mlat\": true"), "\(all)")
        let plain = await site.readers[1].text(until: odd)
        #expect(!plain.contains("mlat") && !plain.contains("4CA2D6"), "\(plain)")
    }

    // MARK: - Parts

    /// The program with a listening source called roof, a feeder of it, and a reader of each of its outputs.
    private struct Under {
        let program: Program
        let feeder: Peer
        let readers: [Peer]

        init(_ scheme: String, options: String = "", sinks: [String], more: [String] = []) async throws {
            let port = try Peer.freePort()
            let query = ["name=roof", options].filter { !$0.isEmpty }.joined(separator: "&")
            var arguments = ["--source", "\(scheme)://127.0.0.1:\(port)?\(query)"]
            for source in more { arguments += ["--source", source] }
            var ports: [(format: String, port: Int)] = []
            for sink in sinks {
                let parts = sink.split(separator: "?", maxSplits: 1).map(String.init)
                let port = try Peer.freePort()
                ports.append((parts[0], port))
                let query = parts.count > 1 ? "?" + parts[1] : ""
                arguments += ["--sink", "\(parts[0])+listen://127.0.0.1:\(port)\(query)"]
            }
            program = try Program(serving: arguments)
            var readers: [Peer] = []
            for (format, port) in ports { readers.append(try await program.reader(of: format, at: port)) }
            self.readers = readers
            feeder = try await program.feeder(of: "roof", at: port)
        }

        /// An aircraft of readsb's document, once it is there and fits.
        func aircraft(_ hex: String, until fits: ([String: Any]) -> Bool) async throws -> [String: Any] {
            func found(_ document: [String: Any]) -> [String: Any]? {
                document.list("aircraft").first { $0["hex"] as? String == hex }
            }
            let document = try await program.json("/data/aircraft.json") { found($0).map(fits) ?? false }
            return try #require(found(document))
        }

        func stop() { _ = program.stop() }
    }

    private func now(_ later: Double = 0) -> Timestamp { TimeText.now.advanced(bySeconds: later - 1) }

    private func decoded(_ bytes: [UInt8]) -> FeedBatch {
        var decoder = BeastDecoder()
        var batch = FeedBatch()
        decoder.decode(bytes.span, arrival: TimeText.now, into: &batch)
        return batch
    }
}
