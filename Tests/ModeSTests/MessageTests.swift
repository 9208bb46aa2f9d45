import Aero
import Foundation
import ModeS
import TestSupport
import Testing

struct MessageTests {
    @Test func publishedVectorsReadAsDocumented() throws {
        let vectors = TestSupport.vectors("messages")
        #expect(vectors.count >= 14)
        for vector in vectors {
            let hex = try #require(vector["hex"] as? String)
            let expected = try #require(vector["expect"] as? [String: Any])
            let frame = try Frame(hex: hex)
            let message = try Message(frame)
            let line = message.jsonLine(ReceivedFrame(frame: frame, time: Timestamp(seconds: 1)))
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            for (key, value) in expected {
                if let number = value as? Double {
                    let read = try #require(object[key] as? Double, "\(hex) \(key)")
                    #expect(abs(read - number) < 1e-6, "\(hex) \(key)")
                } else {
                    #expect(object[key] as? String == value as? String, "\(hex) \(key)")
                }
            }
        }
    }

    @Test func damagedSquitterIsRefused() throws {
        let frame = try Frame(hex: "8D406B902015A678D4D220AA4BDA").flipping(bit: 60)
        #expect(throws: MessageError.parity(remainder: frame.remainder)) { try Message(frame) }
    }

    @Test func interrogatorCodeIsToldFromDamage() throws {
        let reply = try Frame(hex: "5D484FDEA248F5")
        #expect(try Message(reply).addressing == .interrogator(code: 22))
        let frame = Frame(high: reply.high ^ UInt64(22) << 8, low: 0)
        #expect(try Message(frame).addressing == .stated)
        let withCode = Frame(high: frame.high ^ UInt64(79) << 8, low: 0)
        #expect(try Message(withCode).addressing == .interrogator(code: 79))
        let damaged = Frame(high: frame.high ^ UInt64(80) << 8, low: 0)
        #expect(throws: MessageError.parity(remainder: 80)) { try Message(damaged) }
    }

    @Test func militarySquitterKeepsItsBytesOnly() {
        let military = Frame(high: UInt64(19 << 3 | 1) << 56, low: 0)
        #expect(throws: MessageError.unknownParity) { try Message(military) }
    }

    @Test func unknownFormatsAreNamed() {
        #expect(throws: MessageError.unknownFormat(1)) { try Message(Frame(high: 1 << 59, low: 0)) }
        #expect(throws: MessageError.unknownFormat(23)) { try Message(Frame(high: 23 << 59, low: 0)) }
    }

    @Test func addressesOutsideTheICAOSpaceAreOtherKeys() throws {
        #expect(try Message(SimulationMarker.frame).address == AircraftAddress(other: SimulationMarker.addressBits))
    }

    /// Every first half of an ME field, with random rest: a message always comes out, and it can be written.
    @Test func everyFirstHalfOfAFieldIsRead() throws {
        var random = SeededGenerator(seed: 2)
        for first in UInt64(0)..<65_536 {
            let rest = random.next()
            let field = first << 40 | rest & 0xFF_FFFF_FFFF
            let format: UInt64 = rest >> 63 == 0 ? 0x8D : 0x90 | (rest >> 60 & 7)
            let high = format << 56 | 0x40_6B90 << 32 | field >> 24
            let bare = Frame(high: high, low: field << 40)
            let frame = Frame(high: high, low: field << 40 | UInt64(bare.remainder) << 16)
            #expect(frame.remainder == 0)
            let message = try Message(frame)
            if first % 64 == 0 {
                let line = message.jsonLine(ReceivedFrame(frame: frame, time: Timestamp(seconds: 1)))
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        }
    }

    @Test func randomFramesGiveAMessageOrATypedErrorAndAlwaysTheSame() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200_000 {
            let frame = Frame(high: random.next(), low: random.next())
            let once = Result { try Message(frame) }
            let again = Result { try Message(frame) }
            #expect((try? once.get()) == (try? again.get()))
        }
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func realRepliesOfTheSampleHaveTheirAddress() throws {
        var same = 0
        var other = 0
        for line in try TestSupport.lines("modes/sample_data_commb_df20.csv") {
            let parts = line.split(separator: ",")
            guard parts.count >= 3, let frame = try? Frame(hex: parts[2]) else { continue }
            if try Message(frame).address.hex == parts[1].lowercased() { same += 1 } else { other += 1 }
        }
        #expect(same == 4_997)
        #expect(other == 3)
    }

    @Test(.enabled(if: TestSupport.hasRecordings, "needs recordings"))
    func formatsOfTheRealSampleAreCounted() throws {
        var count: [Int: Int] = [:]
        var squitters = 0
        for line in try TestSupport.lines("modes/twuillemin_example1.txt") {
            let hex = line.filter(\.isHexDigit)
            guard let frame = try? Frame(hex: hex), let format = DownlinkFormat(of: frame) else { continue }
            count[Int(format.rawValue), default: 0] += 1
            if format == .extendedSquitter, frame.remainder == 0 { squitters += 1 }
        }
        #expect(count == [0: 67, 4: 96, 11: 260, 16: 6, 17: 464, 18: 1, 20: 236, 21: 100])
        #expect(squitters == 464)
    }
}
