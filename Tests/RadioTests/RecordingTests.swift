import Aero
import ModeS
import Radio
import Testing

@Suite(.enabled(if: Recordings.has("iq/modes1.2400k.uc8"), "needs recordings"))
struct RecordingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let answers: String
        let format: SampleFormat
        let rate: Int
        /// How many frames must be found with each effort.
        let must: (low: Int, normal: Int, high: Int)
        var testDescription: String { file }
    }

    static let cases = [
        Case(file: "modes1.2400k.uc8", answers: "modes1", format: .uc8, rate: 2_400_000, must: (319, 321, 321)),
        Case(file: "modes1.2000k.uc8", answers: "modes1", format: .uc8, rate: 2_000_000, must: (320, 321, 321)),
        Case(
            file: "test_1641427457780.2400k.uc8",
            answers: "test_1641427457780",
            format: .uc8,
            rate: 2_400_000,
            must: (4, 4, 4)
        ),
        Case(
            file: "test_1641427457780.2400k.sc16",
            answers: "test_1641427457780",
            format: .sc16,
            rate: 2_400_000,
            must: (4, 4, 4)
        ),
        Case(
            file: "test_1641427457780.2000k.uc8",
            answers: "test_1641427457780",
            format: .uc8,
            rate: 2_000_000,
            must: (4, 4, 4)
        ),
    ]

    private func decode(_ one: Case, effort: Effort = .normal) throws -> [ReceivedFrame] {
        var demodulator = try Demodulator(
            format: one.format,
            sampleRate: one.rate,
            repair: .soft,
            effort: effort,
            start: Timestamp(seconds: 1_641_427_457.78)
        )
        var frames: [ReceivedFrame] = []
        let bytes = try Recordings.bytes("iq/" + one.file)
        demodulator.scan(bytes.span, into: &frames)
        demodulator.finish(into: &frames)
        return frames
    }

    @Test("what two other decoders agree on is found, repeats counted", arguments: cases, Effort.allCases)
    func findsWhatOthersAgreeOn(_ one: Case, effort: Effort) throws {
        var left = try Recordings.frames("answers/iq/\(one.answers).2400k.uc8.must-find.avr")
        var found = 0
        for received in try decode(one, effort: effort) where left[received.frame.hex, default: 0] > 0 {
            left[received.frame.hex, default: 0] -= 1
            found += 1
        }
        let must =
            switch effort {
            case .low: one.must.low
            case .normal: one.must.normal
            case .high: one.must.high
            }
        #expect(found >= must, "\(found)")
    }

    @Test("of what any other decoder finds nearly all is found", arguments: zip(Effort.allCases, [343, 347, 348]))
    func findsWhatOthersFind(effort: Effort, must: Int) throws {
        var left = try Recordings.frames("answers/iq/modes1.2400k.uc8.may-find.avr")
        #expect(left.values.reduce(0, +) == 352)
        var found = 0
        for received in try decode(Self.cases[0], effort: effort) where left[received.frame.hex, default: 0] > 0 {
            left[received.frame.hex, default: 0] -= 1
            found += 1
        }
        #expect(found >= must, "\(found)")
    }

    @Test("what is found beyond the others has right parity and a known address", arguments: cases, Effort.allCases)
    func surplusIsExplained(_ one: Case, effort: Effort) throws {
        let others = try Recordings.frames("answers/iq/\(one.answers).2400k.uc8.may-find.avr")
        let known = Set(others.keys.compactMap(Self.address))
        for received in try decode(one, effort: effort) where others[received.frame.hex] == nil {
            let address = try #require(Self.address(received.frame.hex))
            #expect(known.contains(address), "\(received.frame.hex) is of nobody known")
        }
    }

    /// The address a frame names, or which its parity leaves.
    private static func address(_ hex: String) -> UInt32? {
        guard let frame = try? Frame(hex: hex) else { return nil }
        return switch frame.high >> 59 {
        case 11: frame.remainder < 80 ? frame.bits(9, 32) : nil
        case 17, 18: frame.remainder == 0 ? frame.bits(9, 32) : nil
        default: frame.remainder
        }
    }
}
