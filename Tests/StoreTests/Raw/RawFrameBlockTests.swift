import Aero
import Feeds
import ModeS
import TestSupport
import Testing

@testable import Store

/// A block gives again exactly what it was given, and any reader of Beast can read it.
struct RawFrameBlockTests {
    private func block(_ frames: [ReceivedFrame], _ replies: [ReceivedModeAC] = []) -> RawFrameBlock {
        var block = RawFrameBlock()
        block.frames = frames
        block.modeAC = replies
        // Three arrivals, the middle one without anything.
        let half = frames.count / 2
        block.entries = [
            RawBatchEntry(sequence: 5, arrived: RawSamples.start, frames: half, modeAC: 0),
            RawBatchEntry(sequence: 9, arrived: RawSamples.start, flags: [.endsConnection, .simulated]),
            RawBatchEntry(
                sequence: 10,
                arrived: RawSamples.start.advanced(bySeconds: -1),
                frames: frames.count - half,
                modeAC: replies.count
            ),
        ]
        return block
    }

    @Test(arguments: 1...20)
    func everythingComesBack(seed: UInt64) throws {
        let given = block(RawSamples.oddFrames(200, seed: seed), RawSamples.oddReplies(50, seed: seed))
        let (beast, column) = given.encoded()
        let read = try RawFrameBlock(beast: beast, column: column)
        #expect(read.entries == given.entries)
        #expect(read.frames == given.frames)
        #expect(read.modeAC == given.modeAC)
    }

    @Test func aPlainReaderReadsTheBitsAsTheyWereReceived() {
        let frames = RawSamples.frames(aircraft: 200, seconds: 5)
        #expect(frames.count > 500)
        let (beast, _) = block(frames).encoded()
        var decoder = BeastDecoder(time: .recording(start: RawSamples.start), clock: .ticks)
        var batch = FeedBatch()
        decoder.decode(beast.span, arrival: RawSamples.start, into: &batch)
        decoder.finish(into: &batch)
        #expect(batch.frames.map(\.frame) == frames.map(\.frameAsReceived))
        #expect(decoder.counters.garbageBytes == 0)
    }

    @Test func timesOfAReceiversClockTakeHardlyAnyRoom() {
        let frames = (0..<10_000).map { index in
            let ticks = UInt64(index) * 12_345
            return ReceivedFrame(
                frame: Frame(high: 0x8D << 56 | UInt64(index), low: 0),
                time: Timestamp(nanoseconds: RawSamples.start.nanoseconds + Int64(ticks) * 250 / 3),
                ticks: ticks + 77
            )
        }
        let (_, column) = block(frames).encoded()
        let packed = RawPacking.packed(column, level: 3)
        #expect(packed.map { $0.count < 4_000 } == true)
    }

    @Test func damageIsAnErrorAndNeverATrap() {
        var random = SeededGenerator(seed: 1)
        let (beast, column) = block(RawSamples.oddFrames(40, seed: 3), RawSamples.oddReplies(9, seed: 3)).encoded()
        for _ in 0..<20_000 {
            var damaged = column
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random)) }
            _ = try? RawFrameBlock(beast: beast, column: damaged)
        }
        for _ in 0..<2_000 {
            let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try? RawFrameBlock(beast: noise, column: noise)
            _ = try? RawLayout.Label(noise[...])
            _ = RawLayout.frame(in: noise[...])
            _ = try? RawClaimBlock.read(noise)
        }
        #expect(throws: RawDamage.self) { try RawFrameBlock(beast: beast, column: []) }
        #expect(throws: RawDamage.self) { try RawFrameBlock(beast: [], column: column) }
    }

    @Test func claimsAndUATComeBack() throws {
        let entry = RawBatchEntry(sequence: 77, arrived: RawSamples.start, flags: .simulated)
        var batch = FeedBatch()
        batch.reports = [
            RawSamples.claim(0xABCDEF, at: RawSamples.start),
            ClaimedReport(address: AircraftAddress(icao: 1), time: RawSamples.start),
        ]
        let long = String(repeating: "08a1", count: 17)
        batch.uat = [
            ReceivedUAT(frame: try UATFrame(hex: long), time: RawSamples.start, level: -3.3, correctedBytes: 4)
        ]
        let read = try RawClaimBlock.read(RawClaimBlock.line(batch, entry))
        #expect(read.count == 1)
        #expect(read.first?.entry == entry)
        #expect(read.first?.batch.reports == batch.reports)
        #expect(read.first?.batch.uat == batch.uat)
    }
}
