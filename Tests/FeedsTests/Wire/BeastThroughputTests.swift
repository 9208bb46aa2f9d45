import Aero
import Feeds
import ModeS
import Testing

struct BeastThroughputTests {
    @Test(.enabled(if: Recordings.present, "needs recordings"))
    func theParserIsFarFasterThanAnyReceiver() throws {
        let bytes = try Recordings.bytes("modes/long_flight_first_half.beast")
        let arrival = Timestamp(seconds: 1_700_000_000)
        var best = 0.0
        for clock in [ClockKind.none, .ticks] {
            for _ in 0..<5 {
                var decoder = BeastDecoder(clock: clock)
                var batch = FeedBatch()
                var count = 0
                let elapsed = ContinuousClock().measure {
                    for start in stride(from: 0, to: bytes.count, by: 65_536) {
                        batch.frames.removeAll(keepingCapacity: true)
                        decoder.decode(
                            bytes.span.extracting(start..<min(bytes.count, start + 65_536)),
                            arrival: arrival,
                            into: &batch
                        )
                        count += batch.frames.count
                    }
                }
                #expect(count == 86_216)
                let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
                best = max(best, Double(count) / seconds)
            }
            print("Beast parser, clock \(clock.rawValue): \(Int(best / 1000)) thousand frames a second")
            best = clock == .ticks ? best : 0
        }
        // A debug build is some fifty times slower; this only catches a catastrophe.
        #expect(best > 20_000)
    }
}
