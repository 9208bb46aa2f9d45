import Aero
import Crypto
import Feeds
import ModeS
import Site
import Testing
import Tracking

@testable import pelacak

@Suite(.timeLimit(.minutes(10)))
struct OutputRouterTests {
    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"
    private let broken = "8D40621D58C386435CC412692AD7"

    private func frame(_ hex: String, _ second: Double, ticks: UInt64? = nil) throws -> ReceivedFrame {
        ReceivedFrame(
            frame: try Frame(hex: hex),
            time: Timestamp(seconds: 1_700_000_000 + second),
            ticks: ticks,
            level: -10
        )
    }

    private func run(
        _ router: inout OutputRouter,
        _ batch: FeedBatch,
        source: String = "roof",
        isSimulated: Bool = false,
        mayGoOut: Bool = true,
        table: inout TrackTable
    ) {
        router.begin(batch, of: source, isSimulated: isSimulated, mayGoOut: mayGoOut)
        for frame in batch.frames { router.note(frame, table.ingest(frame, from: FeedID(rawValue: 1))) }
        for report in batch.reports { router.note(report) }
        for reply in batch.modeAC { router.note(reply) }
        for uat in batch.uat { router.note(uat, table.ingest(uat, from: FeedID(rawValue: 1))) }
        router.flush()
    }

    private func text(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    private func beast(_ bytes: [UInt8]) -> FeedBatch {
        var decoder = BeastDecoder()
        var batch = FeedBatch()
        decoder.decode(bytes.span, arrival: Timestamp(seconds: 1_700_000_000), into: &batch)
        return batch
    }

    @Test func everyFormatSaysTheSame() async throws {
        let readers = [
            try await SinkReader("beast+listen://127.0.0.1:0"), try await SinkReader("avr+listen://127.0.0.1:0"),
            try await SinkReader("sbs+listen://127.0.0.1:0"), try await SinkReader("jsonl+listen://127.0.0.1:0"),
        ]
        var router = OutputRouter(readers.map(\.outlet))
        var table = TrackTable()
        let frames = [try frame(even, 0), try frame(odd, 1), try frame(broken, 1.5), try frame(even, 2)]
        run(&router, FeedBatch(frames: frames), table: &table)
        let good = [even, odd, even]
        #expect(beast(await readers[0].end()).frames.map(\.frame.hex) == good)
        #expect(text(await readers[1].end()) == good.map { "*\($0);" })
        let sbs = text(await readers[2].end())
        #expect(sbs.count == 2 && sbs.allSatisfy { $0.hasPrefix("MSG,3,1,1,40621D,1,2023/11/14,") })
        #expect(sbs.last?.contains(",38000,,,52.2") == true)
        let lines = text(await readers[3].end())
        #expect(lines.count == 3 && lines.allSatisfy { $0.contains("\"icao\": \"40621D\"") })
        #expect(lines.last?.contains("\"latitude\": 52.25") == true)
        #expect(lines.allSatisfy { !$0.contains("receiver") })
    }

    @Test func anOutputWithAnIntervalGivesOneOfAKind() async throws {
        let reader = try await SinkReader("beast+listen://127.0.0.1:0?interval=5")
        var router = OutputRouter([reader.outlet])
        var table = TrackTable()
        var frames: [ReceivedFrame] = []
        for second in 0..<12 { frames += [try frame(even, Double(second)), try frame(odd, Double(second) + 0.5)] }
        run(&router, FeedBatch(frames: frames), table: &table)
        let got = beast(await reader.end()).frames.map(\.frame.hex)
        #expect(got.filter { $0 == even }.count == 3 && got.filter { $0 == odd }.count == 3)
    }

    @Test func anOutputOfOneSourceGetsItsCopiesWithItsOwnClockAndNothingElse() async throws {
        let reader = try await SinkReader("beast+listen://127.0.0.1:0?source=roof")
        var router = OutputRouter([reader.outlet])
        var table = TrackTable()
        let own = FeedBatch(frames: [try frame(even, 0, ticks: 1_000), try frame(odd, 0.5)])
        run(&router, own, table: &table)
        run(&router, FeedBatch(frames: [try frame(even, 1, ticks: 5)]), source: "club", table: &table)
        router.begin(FeedBatch(feeder: "roof"), of: "listener", isSimulated: false)
        router.note(copy: try frame(even, 1, ticks: 2_000))
        router.flush()
        router.begin(FeedBatch(), of: "club", isSimulated: false)
        router.note(copy: try frame(even, 1, ticks: 6))
        router.flush()
        let got = beast(await reader.end()).frames
        #expect(got.map(\.ticks) == [1_000, nil, 2_000])
    }

    @Test func computedPositionsClaimsOfProvidersAndModeACStayInUnlessAskedFor() async throws {
        let plain = try await SinkReader("beast+listen://127.0.0.1:0")
        let full = try await SinkReader("beast+listen://127.0.0.1:0?mlat=1&mode-ac=1")
        let lines = try await SinkReader("jsonl+listen://127.0.0.1:0")
        var router = OutputRouter([plain, full, lines].map(\.outlet))
        var table = TrackTable()
        var computed = try frame(even, 0)
        computed.origin = .multilateration
        let reply = ReceivedModeAC(reply: ModeACReply(squawk: Squawk(rawValue: 0o1234)), time: computed.time)
        let claim = ClaimedReport(address: AircraftAddress(icao: 0x7C1A2B), time: computed.time)
        run(
            &router,
            FeedBatch(frames: [computed, try frame(odd, 1)], reports: [claim], modeAC: [reply]),
            table: &table
        )
        let secret = FeedBatch(frames: [try frame(even, 2)], reports: [claim, claim])
        run(&router, secret, source: "provider", mayGoOut: false, table: &table)
        let few = beast(await plain.end())
        #expect(few.frames.map(\.frame.hex) == [odd] && few.modeAC.isEmpty)
        let all = beast(await full.end())
        #expect(all.frames.map(\.frame.hex) == [even, odd] && all.modeAC.count == 1)
        #expect(all.frames.map(\.origin) == [.multilateration, .received])
        let text = text(await lines.end())
        #expect(text.count == 2 && text.filter { $0.contains("\"source\": \"claim\"") }.count == 1)
    }

    @Test func aReaderThatAsksForModeACGetsIt() async throws {
        let asking = try await SinkReader("beast+listen://127.0.0.1:0")
        var router = OutputRouter([asking.outlet])
        var table = TrackTable()
        // Every command is known, and only the last is for us.
        try await asking.send(Array("CcDdEeFfGgHhIiJ".utf8).flatMap { [0x1A, 0x31, $0] })
        while !asking.outlet.sink.takesModeAC { await Task.yield() }
        let reply = ReceivedModeAC(
            reply: ModeACReply(squawk: Squawk(rawValue: 0o1234)),
            time: Timestamp(seconds: 1_700_000_000)
        )
        run(&router, FeedBatch(modeAC: [reply]), table: &table)
        try await asking.send([0x1A, 0x31, UInt8(ascii: "j")])
        while asking.outlet.sink.takesModeAC { await Task.yield() }
        run(&router, FeedBatch(modeAC: [reply]), table: &table)
        #expect(beast(await asking.end()).modeAC.count == 1)
    }

    @Test func receiversAreBlindedAndRepairIsUndoneWhereItIsAskedFor() async throws {
        let shown = try await SinkReader("beast+listen://127.0.0.1:0?receiver-ids=1&verbatim=1")
        let lines = try await SinkReader("jsonl+listen://127.0.0.1:0?receiver-ids=1")
        let blinding = ReceiverBlinding(SiteKey(key: SymmetricKey(data: [UInt8](repeating: 1, count: 32))))
        var router = OutputRouter([shown, lines].map(\.outlet), blinding: blinding)
        var table = TrackTable()
        var repaired = try frame(broken, 1)
        repaired.receiver = 0x1234
        repaired.repair(to: try Frame(hex: odd), bits: 1)
        var clean = try frame(even, 0)
        clean.receiver = 0x1234
        run(&router, FeedBatch(frames: [clean, repaired]), table: &table)
        let got = beast(await shown.end()).frames
        #expect(got.map(\.frame.hex) == [even, broken])
        let number = try #require(got.first?.receiver)
        #expect(number != 0x1234 && got.allSatisfy { $0.receiver == number })
        let text = text(await lines.end())
        #expect(text.allSatisfy { $0.contains("\"receiver\": \"\(Hexadecimal.lower(number, digits: 16))\"") })
        #expect(text.last?.contains(odd) == true)
    }

    @Test func everyNewReaderOfASimulatedSkyIsToldFirst() async throws {
        for (scheme, mark) in [("jsonl", "{\"simulated\": true, "), ("sbs", "STA,,1,1,"), ("avr", "*")] {
            let reader = try await SinkReader("\(scheme)+listen://127.0.0.1:0")
            var router = OutputRouter([reader.outlet])
            var table = TrackTable()
            run(&router, FeedBatch(frames: [try frame(even, 0), try frame(odd, 1)]), isSimulated: true, table: &table)
            let lines = text(await reader.end())
            #expect(lines.first?.hasPrefix(mark) == true)
            if scheme == "jsonl" {
                #expect(lines.count == 3 && lines.allSatisfy { $0.hasPrefix(mark) })
            }
            if scheme == "avr" { #expect(lines.first == "*\(SimulationMarker.frame.hex);") }
        }
    }
}

/// Outputs that others read, and aircraft that are hidden from them.
@Suite(.timeLimit(.minutes(10)))
struct PublicOutputTests {
    private let even = "8D40621D58C382D690C8AC2863A7"
    private let other = "8D4840D6202CC371C32CE0576098"

    private func frame(_ hex: String) throws -> ReceivedFrame {
        ReceivedFrame(frame: try Frame(hex: hex), time: Timestamp(seconds: 1_700_000_000), ticks: nil, level: -10)
    }

    private func lines(_ specification: String, _ mode: SuppressionMode) async throws -> [String] {
        let rule = SuppressionRule(AircraftAddress(icao: 0x40_621D), mode, reason: .takedown)
        return try await lines(specification, Discretion(SuppressionRules([rule])))
    }

    private func lines(_ specification: String, _ discretion: Discretion) async throws -> [String] {
        let reader = try await SinkReader(specification)
        var router = OutputRouter([reader.outlet], discretion: discretion)
        var table = TrackTable()
        let batch = FeedBatch(frames: [try frame(even), try frame(other), try frame(even)])
        router.begin(batch, of: "roof", isSimulated: false, mayGoOut: true)
        for frame in batch.frames { router.note(frame, table.ingest(frame, from: FeedID(rawValue: 1))) }
        for frame in batch.frames { router.note(copy: frame) }
        router.flush()
        return String(decoding: await reader.end(), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test(
        "a public output carries nothing of who is hidden from strangers, another carries all but who is hidden from all"
    )
    func hides() async throws {
        #expect(try await lines("avr+listen://127.0.0.1:0?public=1", .public) == ["*\(other);"])
        #expect(try await lines("avr+listen://127.0.0.1:0?public=1&source=roof", .public) == ["*\(other);"])
        #expect(try await lines("avr+listen://127.0.0.1:0", .public) == ["*\(even);", "*\(other);", "*\(even);"])
        #expect(try await lines("avr+listen://127.0.0.1:0", .everywhere) == ["*\(other);"])
        #expect(try await lines("avr+listen://127.0.0.1:0?public=1", .flag).count == 3)
    }

    @Test("where strangers are shown a part of the sky, or all of it later, a public output stands still")
    func stands() async throws {
        for discretion in [
            Discretion(publicDelay: 60), Discretion(shownSky: ShownSky(floor: 10_000)),
        ] {
            #expect(try await lines("avr+listen://127.0.0.1:0?public=1", discretion).isEmpty)
            #expect(try await lines("avr+listen://127.0.0.1:0", discretion).count == 3)
        }
    }
}
