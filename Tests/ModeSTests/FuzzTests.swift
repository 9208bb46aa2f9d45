import Aero
import Foundation
import ModeS
import TestSupport
import Testing

/// Ten million frames: noise, and real frames with wrong bits, half of them with the parity made right again so that what is behind
/// it is reached. Nothing traps, and every line is JSON.
struct FuzzTests {
    @Test(arguments: [UInt64(31), 32]) func noFrameTrapsAndEveryLineIsJSON(seed: UInt64) throws {
        let corpus = try ["messages", "squitters", "replies"].flatMap(TestSupport.vectors).map {
            try Frame(hex: try #require($0["hex"] as? String))
        }
        #expect(corpus.count > 100)
        var random = SeededGenerator(seed: seed)
        var read = 0
        var refused = 0
        var lines = 0
        for round in 0..<5_000_000 {
            let frame = Self.frame(round, corpus, &random)
            guard let message = try? Message(frame) else {
                refused += 1
                continue
            }
            read += 1
            guard round % 64 == 0 else { continue }
            let line = message.jsonLine(ReceivedFrame(frame: frame, time: Timestamp(seconds: Double(round))))
            lines += 1
            if lines % 16 == 0 {
                #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any], "\(frame)")
            } else {
                #expect(line.hasPrefix("{") && line.hasSuffix("}"))
            }
        }
        #expect(read + refused == 5_000_000)
        #expect(read > 2_000_000 && refused > 500_000)
        #expect(lines > 20_000)
    }

    private static func frame(_ round: Int, _ corpus: [Frame], _ random: inout SeededGenerator) -> Frame {
        let bits = random.next()
        guard round & 3 != 0 else { return Frame(high: bits, low: random.next()) }
        let chosen = corpus[Int(truncatingIfNeeded: bits >> 32) % corpus.count]
        // One to eight bits, anywhere but in the first.
        var (high, low) = (chosen.high, chosen.low)
        var places = random.next()
        for _ in 0...Int(bits & 7) {
            let place = Int(places & 0x7F) % (chosen.bitCount - 1) + 2
            if place <= 64 { high ^= 1 << UInt64(64 - place) } else { low ^= 1 << UInt64(128 - place) }
            places >>= 7
        }
        let mutated = Frame(high: high, low: low)
        return round & 1 == 0 ? mutated : FrameEncoding.sealed(mutated, with: 0)
    }

    @Test func anyTextIsAFrameOrATypedError() {
        var random = SeededGenerator(seed: 33)
        for length in 0...64 {
            for _ in 0..<200 {
                var bytes: [UInt8] = []
                for _ in 0..<length { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
                _ = try? Frame(wire: bytes.span)
                _ = try? Frame(hex: String(decoding: bytes, as: UTF8.self))
                let digits = String(bytes.map { Character(Unicode.Scalar(Hexadecimal.upperDigit($0))) })
                let frame = try? Frame(hex: digits)
                #expect((frame != nil) == (length == 14 && digits < "8" || length == 28 && digits >= "8"))
                if let frame { #expect(frame.hex == digits) }
            }
        }
    }
}
