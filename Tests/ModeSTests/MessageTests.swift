import Aero
import Foundation
import ModeS
import TestSupport
import Testing

struct MessageTests {
    @Test("each vector reads as its source says", arguments: ["messages", "squitters", "replies"])
    func vectorsReadAsDocumented(file: String) throws {
        let vectors = TestSupport.vectors(file)
        #expect(vectors.count >= 14)
        for vector in vectors {
            let hex = try #require(vector["hex"] as? String)
            let expected = try #require(vector["expect"] as? [String: Any])
            #expect((vector["source"] as? String)?.isEmpty == false)
            let frame = try Frame(hex: hex)
            var notes = MessageNotes()
            // Which version the aircraft speaks the frame does not say; without a word it is 0.
            notes.adsbVersion = UInt8(vector["version"] as? Int ?? 0)
            let received = ReceivedFrame(frame: frame, time: Timestamp(seconds: 1))
            let line = try Message(frame).jsonLine(received, notes: notes)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            for (key, value) in expected { #expect(Self.agree(object[key], value), "\(hex) \(key) in \(line)") }
        }
    }

    /// Whether a written value is the expected one; `NSNull` expects none.
    private static func agree(_ found: Any?, _ expected: Any) -> Bool {
        if expected is NSNull { return found == nil }
        if let text = expected as? String { return found as? String == text }
        guard let number = (found as? NSNumber)?.doubleValue, let wanted = (expected as? NSNumber)?.doubleValue else {
            return false
        }
        return abs(number - wanted) < 1e-6
    }

    /// Beside each vector one that must be refused: a wrong bit in a frame that states its sender; a reply with a wrong bit names another.
    @Test(arguments: ["messages", "squitters", "replies"])
    func oneWrongBitIsNeverReadAsTheSame(file: String) throws {
        var random = SeededGenerator(seed: 4)
        for vector in TestSupport.vectors(file) {
            let frame = try Frame(hex: try #require(vector["hex"] as? String))
            let message = try Message(frame)
            let bit = Int.random(in: 9...frame.bitCount, using: &random)
            let damaged = frame.flipping(bit: bit)
            switch message.addressing {
            case .secret: continue
            case .overParity: #expect(try Message(damaged).address != message.address)
            case .interrogator: #expect((try? Message(damaged))?.interrogator != message.interrogator)
            case .stated:
                if message.format == .allCallReply, bit > 49 { continue }
                #expect(throws: MessageError.parity(remainder: damaged.remainder)) { try Message(damaged) }
            }
        }
    }

    @Test("every type code and control field has a vector") func nothingIsLeftOut() throws {
        var typeCodes: Set<Int> = []
        var controls: Set<Int> = []
        var formats: Set<UInt8> = []
        for vector in ["messages", "squitters", "replies"].flatMap(TestSupport.vectors) {
            let message = try Message(try Frame(hex: try #require(vector["hex"] as? String)))
            formats.insert(message.format.rawValue)
            guard let squitter = message.squitter else { continue }
            if squitter.hasTypeCode { typeCodes.insert(Int(squitter.typeCode)) }
            if let control = squitter.control { controls.insert(Int(control)) }
        }
        #expect(typeCodes == Set(0...31))
        #expect(controls == Set(0...7))
        #expect(formats == Set(DownlinkFormat.allCases.map(\.rawValue)))
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

    @Test func militarySquitterKeepsItsBytesOnly() throws {
        let frame = Frame(high: UInt64(19 << 3 | 1) << 56 | 0xABCDEF, low: 0)
        let message = try Message(frame)
        #expect(message.addressing == .secret)
        #expect(message.content == .opaque)
        #expect(!message.jsonLine(ReceivedFrame(frame: frame, time: Timestamp(seconds: 1))).contains("icao"))
        let civil = Frame(high: UInt64(19 << 3) << 56 | 0xABCDEF, low: 0)
        #expect(throws: MessageError.parity(remainder: civil.remainder)) { try Message(civil) }
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
