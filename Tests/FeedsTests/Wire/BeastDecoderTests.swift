import Aero
import Feeds
import ModeS
import Testing

struct BeastDecoderTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    private func frames(_ seed: UInt64, _ count: Int) -> [ReceivedFrame] {
        var random = SeededGenerator(seed)
        return (0..<count).map { _ in random.frame() }
    }

    private func wire(_ frames: [ReceivedFrame]) -> [UInt8] {
        var encoder = BeastEncoder()
        var output: [UInt8] = []
        encoder.encode(OutputBatch(frames: frames), into: &output)
        return output
    }

    @Test("what is written is read back, in pieces of any size", arguments: 1...50)
    func roundTrip(pieces: Int) {
        let sent = frames(1, 200)
        var decoder = BeastDecoder(clock: ClockKind.none)
        let got = decoder.decodeAll(wire(sent), pieces: pieces).frames
        #expect(got.map(\.frame) == sent.map(\.frame))
        #expect(got.map(\.ticks) == sent.map(\.ticks))
        for (one, other) in zip(got, sent) {
            #expect(abs((one.level ?? 1) - (other.level ?? 1)) < 1.1 + (other.level ?? 0) * -0.03)
        }
        #expect(decoder.counters.rejected == 0)
        #expect(decoder.counters.garbageBytes == 0)
    }

    @Test func aCutAtEveryByteLosesNothing() {
        let sent = frames(2, 12)
        let bytes = wire(sent)
        for cut in 0...bytes.count {
            var decoder = BeastDecoder()
            var batch = FeedBatch()
            decoder.decode(bytes.span.extracting(0..<cut), arrival: Self.start, into: &batch)
            decoder.decode(bytes.span.extracting(cut..<bytes.count), arrival: Self.start, into: &batch)
            #expect(batch.frames.map(\.frame) == sent.map(\.frame), "cut before byte \(cut)")
        }
    }

    @Test("garbage between two frames loses at most the frame it hits", arguments: 0..<400)
    func garbage(seed: Int) {
        let sent = frames(UInt64(seed), 6)
        var random = SeededGenerator(UInt64(seed) &+ 7)
        var bytes = wire(Array(sent[..<3]))
        bytes += random.bytes(Int(random.next() % 40)).map { $0 % 5 == 0 ? 0x1A : $0 }
        bytes += wire(Array(sent[3...]))
        var decoder = BeastDecoder()
        let got = Set(decoder.decodeAll(bytes).frames.map(\.frame))
        let lost = sent.indices.filter { !got.contains(sent[$0].frame) }
        #expect(lost.isEmpty || lost == [3], "\(lost)")
    }

    @Test func aFrameCutByAnotherIsCountedAndTheOtherIsRead() throws {
        let whole = wire(frames(4, 1))
        var decoder = BeastDecoder()
        let batch = decoder.decodeAll([0x1A, 0x33, 1, 2, 3, 4, 5] + whole)
        #expect(batch.frames.count == 1)
        #expect(decoder.counters.brokenFrames == 1)
    }

    @Test func randomBytesNeverTrapAndKeepLittle() {
        for seed in 0..<40 {
            var random = SeededGenerator(UInt64(seed))
            var bytes = random.bytes(20_000)
            for index in bytes.indices where random.next() % 4 == 0 { bytes[index] = 0x1A }
            for index in bytes.indices.dropLast() where bytes[index] == 0x1A && random.next() % 2 == 0 {
                bytes[index + 1] =
                    [0x31, 0x32, 0x33, 0x34, 0xE3, 0xE4, 0xE8, 0x50, 0x57, 0x1A][Int(random.next() % 10)]
            }
            for base in [TimeBase.arrival, .recording(start: Self.start)] {
                for clock in [ClockKind.ticks, .gps, nil] {
                    var decoder = BeastDecoder(time: base, clock: clock)
                    let batch = decoder.decodeAll(bytes, pieces: 1 + seed)
                    #expect(batch.frames.count <= bytes.count / 16)
                }
            }
        }
    }

    @Test func heartbeatsAndStatusArePassedOverAndModeACIsGivenOut() {
        var decoder = BeastDecoder()
        let heartbeat = BeastEncoder().heartbeat
        let modeAC: [UInt8] = [0x1A, 0x31, 0, 0, 0, 0, 0, 9, 50, 0x12, 0x34]
        let status: [UInt8] = [0x1A, 0x34] + [UInt8](repeating: 7, count: 21)
        let ping: [UInt8] = [0x1A, 0x50, 1, 2, 3, 0x1A, 0x57, 9]
        let batch = decoder.decodeAll(heartbeat + modeAC + status + ping + wire(frames(5, 1)))
        #expect(batch.frames.count == 1)
        #expect(batch.modeAC.map(\.reply.rawValue) == [0x1234])
        #expect(batch.modeAC.map(\.ticks) == [9])
        #expect(batch.modeAC.first?.level.map { $0 < 0 } == true)
        #expect(decoder.counters.heartbeats == 1)
        #expect(decoder.counters.modeAC == 1)
        #expect(decoder.counters.ignored == 3)
        #expect(decoder.counters.rejected == 0)
    }

    @Test func aReplayClockIsRefusedAndCounted() {
        var decoder = BeastDecoder()
        let batch = decoder.decodeAll([0x1A, 0xE8, 1, 2, 3, 4, 5, 6, 7, 8] + wire(frames(6, 2)))
        #expect(batch.frames.count == 2)
        #expect(decoder.counters.refusedClocks == 1)
    }

    @Test func receiverIdsHoldUntilTheNext() {
        let sent = frames(7, 3)
        let name: [UInt8] = [0x1A, 0xE4] + Array("01234567-89ab-cdef-0123-456789abcdef".utf8)
        let id: [UInt8] = [0x1A, 0xE3, 0, 0, 0, 0x1A, 0x1A, 0, 0, 0, 5]
        var decoder = BeastDecoder()
        let bytes = wire([sent[0]]) + name + wire([sent[1]]) + id + wire([sent[2]])
        let got = decoder.decodeAll(bytes, pieces: 3).frames
        #expect(got.count == 3)
        #expect(got.first?.receiver == nil)
        #expect(got.dropFirst().first?.receiver != nil)
        #expect(got.last?.receiver == 0x1A_0000_0005 || got.last?.receiver == 0x0000_001A_0000_0005)
    }

    @Test func blindedReceiverIdsAreWrittenOnlyWithABlinding() {
        var frame = frames(8, 1)[0]
        frame.receiver = 77
        var open = BeastEncoder(blinding: { $0 ^ 0xFF })
        var output: [UInt8] = []
        open.encode(OutputBatch(frames: [frame]), into: &output)
        var decoder = BeastDecoder()
        #expect(decoder.decodeAll(output).frames.first?.receiver == 77 ^ 0xFF)
        var second = BeastDecoder()
        #expect(second.decodeAll(wire([frame])).frames.first?.receiver == nil)
    }

    @Test func commandsOfAReaderAreOneByte() {
        var decoder = BeastDecoder(sender: .reader)
        _ = decoder.decodeAll([0x1A, 0x31, UInt8(ascii: "J"), 0x1A, 0x31, UInt8(ascii: "d")])
        #expect(decoder.wantsModeAC)
        #expect(decoder.counters.ignored == 2)
        _ = decoder.decodeAll([0x1A, 0x31, UInt8(ascii: "j")])
        #expect(!decoder.wantsModeAC)
    }

    @Test func markerStampsTellTheOrigin() {
        var sent = frames(9, 2)
        sent[0].origin = .multilateration
        sent[1].origin = .otherLink
        var decoder = BeastDecoder()
        let got = decoder.decodeAll(wire(sent)).frames
        #expect(got.map(\.origin) == [.multilateration, .otherLink])
        #expect(got.allSatisfy { $0.ticks == nil && $0.time == Self.start })
    }

    @Test func aFrameNotToBeForwardedIsReadButNeverWritten() throws {
        var sent = frames(10, 1)[0]
        sent.ticks = 0xFF00_4D4C_415F
        var bytes = wire([sent])
        #expect(bytes.count >= 16)
        // The last byte of the stamp.
        bytes[7] = 0x60
        var decoder = BeastDecoder()
        let got = decoder.decodeAll(bytes).frames
        #expect(got.count == 1)
        #expect(got.first?.time == Self.start)
        #expect(wire(got).isEmpty)
    }

    @Test func theSimulationMarkLabelsAllThatFollows() {
        var encoder = BeastEncoder()
        let mark = encoder.simulationMark(at: Self.start)
        var decoder = BeastDecoder()
        var first = FeedBatch()
        decoder.decode(mark.span, arrival: Self.start, into: &first)
        #expect(first.sawSimulationMark)
        #expect(first.frames.first.map { SimulationMarker.matches($0.frame) } == true)
        decoder.restart()
        var second = FeedBatch()
        decoder.decode(wire(frames(11, 1)).span, arrival: Self.start, into: &second)
        #expect(second.sawSimulationMark)
    }

    @Test(.enabled(if: Recordings.present, "needs recordings"))
    func theLongRecordingEqualsItsList() throws {
        let list = try Recordings.text("modes/long_flight_first_half.csv").split(separator: "\n")
            .map { $0.split(separator: ",") }.filter { $0.count == 2 && $0[1].hasPrefix("1a") }
        let begin = try #require(list.first.flatMap { Double($0[0]) })
        var decoder = BeastDecoder(time: .recording(start: Timestamp(seconds: begin)))
        let got = decoder.decodeAll(try Recordings.bytes("modes/long_flight_first_half.beast"), pieces: 4096).frames
        #expect(got.count == 86_216)
        #expect(decoder.clockKind == .ticks)
        #expect(decoder.counters.rejected == 0)
        #expect(decoder.counters.clockUncertain == 0)
        try #require(got.count == list.count)
        var worst = 0.0
        for (frame, line) in zip(got, list) {
            let hex = line[1].dropFirst(18).uppercased()
            #expect(frame.frame.hex == hex)
            worst = max(worst, abs(frame.time.seconds - (Double(line[0]) ?? 0)))
        }
        #expect(worst < 0.01, "recorded by another clock, drift in an hour \(worst) s")
    }

    @Test(.enabled(if: Recordings.present, "needs recordings"))
    func flippedBitsOfARecordingCostOnlyTheFramesTheyHit() throws {
        var bytes = Array(try Recordings.bytes("modes/long_flight_first_half.beast").prefix(200_000))
        var clean = BeastDecoder()
        let expected = clean.decodeAll(bytes).frames.count
        var random = SeededGenerator(3)
        let flips = 500
        for _ in 0..<flips { bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8) }
        var decoder = BeastDecoder()
        let got = decoder.decodeAll(bytes, pieces: 777).frames.count
        #expect(got >= expected - 2 * flips && got <= expected + flips)
    }
}
