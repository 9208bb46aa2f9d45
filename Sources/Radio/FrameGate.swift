import Aero
import ModeS

/// Decides whether sliced bits are a frame: parity, addresses heard, repair.
struct FrameGate: Sendable {
    /// What became of a frame.
    enum Verdict {
        case accepted(Frame, repairedBits: UInt8)
        case doubtfulCode
        /// A reply whose parity names an address that was not heard.
        case unheard
        case refused
    }

    /// Formats worth an attempt, one bit each: 0, 4, 5, 11, 16 to 21, and 24 on.
    static let knownFormats: UInt32 = 0xFF3F_0831
    /// A frame with more weak bits is noise, or covered by another: not worth a repair of more than one bit.
    private static let mostWeakBits = BitStrengths.listed
    /// The highest interrogator code, CL 4 and IC 15.
    private static let highestCode: UInt32 = 79

    private let repair: BitRepair
    private let syndromes = SyndromeTable()
    private var heard = HeardAddresses()
    private var codes = HeardAddresses(capacity: 128)

    init(repair: BitRepair) { self.repair = repair }

    /// Whether bits stand as they are. `strengths` is asked only where the answer hangs on it.
    mutating func judge(_ frame: Frame, remainder: UInt32, at time: Timestamp, strengths: () -> BitStrengths) -> Verdict
    {
        switch frame.high >> 59 {
        case 17, 18:
            return remainder == 0 ? .accepted(frame, repairedBits: 0) : .refused
        case 19:
            return remainder == 0 && frame.bits(6, 8) == 0 ? .accepted(frame, repairedBits: 0) : .refused
        case 11:
            if remainder == 0 { return .accepted(frame, repairedBits: 0) }
            guard remainder <= Self.highestCode, heard.contains(frame.bits(9, 32), at: time) else { return .refused }
            return judgeCode(frame, code: remainder, at: time, strengths: strengths())
        case 24...:
            guard remainder != 0, heard.contains(remainder, at: time) else { return .refused }
            // Two bits alone name this format, so that much noise passes for it.
            return strengths().weakBits <= 6 ? .accepted(frame, repairedBits: 0) : .refused
        default:
            guard remainder != 0 else { return .refused }
            return heard.contains(remainder, at: time) ? .accepted(frame, repairedBits: 0) : .unheard
        }
    }

    /// An all-call reply whose parity leaves an interrogator code. It is believed when the bits that make it are sure, or the code
    /// was heard surely before: few interrogators are in reach at a time. Else those bits are taken for errors.
    private mutating func judgeCode(
        _ frame: Frame,
        code: UInt32,
        at time: Timestamp,
        strengths: BitStrengths
    ) -> Verdict {
        var repaired = frame
        var weak = 0
        var sure = 0
        for bit in 50...56 where code >> UInt32(56 - bit) & 1 == 1 {
            if strengths[bit] * 4 < strengths.mean * 3, strengths.weaker(than: bit) < 6 {
                weak += 1
                repaired = repaired.flipping(bit: bit)
            } else {
                sure += 1
            }
        }
        if weak == 0 {
            codes.hear(code, at: time)
            return .accepted(frame, repairedBits: 0)
        }
        if codes.count(of: code, at: time) >= 2 { return .accepted(frame, repairedBits: 0) }
        guard sure == 0, weak <= allowedFlips(address: frame.bits(9, 32), at: time) else { return .doubtfulCode }
        return .accepted(repaired, repairedBits: UInt8(weak))
    }

    private func allowedFlips(address: UInt32, at time: Timestamp) -> Int {
        let enough = heard.count(of: address, at: time) >= 2
        return switch repair {
        case .none: 0
        case .one: 1
        case .two: enough ? 2 : 1
        case .soft: enough ? 3 : 1
        }
    }

    /// Tries to make the parity of a refused DF11, 17 or 18 right.
    func mend(_ frame: Frame, remainder: UInt32, at time: Timestamp, strengths: BitStrengths) -> Verdict {
        guard repair != .none, remainder != 0 else { return .refused }
        let format = frame.high >> 59
        guard format == 11 || format == 17 || format == 18 else { return .refused }
        let bits = frame.bitCount
        if let bit = syndromes.bit(leaving: remainder, frameBits: bits), bit > 5 {
            let mended = frame.flipping(bit: bit)
            // An address nobody has heard yet needs a frame that is sure but for this one bit, else noise makes aircraft.
            let known = heard.contains(mended.bits(9, 32), at: time)
            guard known || (strengths.isWeak(bit) && strengths.weakBits * 8 <= bits) else { return .refused }
            return .accepted(mended, repairedBits: 1)
        }
        guard repair != .one, strengths.weakBits <= Self.mostWeakBits else { return .refused }
        let weak = strengths.listWeak()
        for first in 0..<weak.count {
            let bit = Int(weak.bits[first])
            let left = remainder ^ syndromes.syndrome(ofBit: bit, frameBits: bits)
            guard let other = syndromes.bit(leaving: left, frameBits: bits), other > 5, strengths.isWeak(other) else {
                continue
            }
            return checked(frame.flipping(bit: bit).flipping(bit: other), repairedBits: 2, at: time)
        }
        guard repair == .soft else { return .refused }
        for first in 0..<weak.count {
            let bit = Int(weak.bits[first])
            let left = remainder ^ syndromes.syndrome(ofBit: bit, frameBits: bits)
            for second in first + 1..<max(first + 1, weak.count) {
                let next = Int(weak.bits[second])
                let rest = left ^ syndromes.syndrome(ofBit: next, frameBits: bits)
                guard let third = syndromes.bit(leaving: rest, frameBits: bits), third > 5, strengths.isWeak(third)
                else {
                    continue
                }
                let mended = frame.flipping(bit: bit).flipping(bit: next).flipping(bit: third)
                return checked(mended, repairedBits: 3, at: time)
            }
        }
        return .refused
    }

    private func checked(_ frame: Frame, repairedBits: UInt8, at time: Timestamp) -> Verdict {
        heard.count(of: frame.bits(9, 32), at: time) >= 2 ? .accepted(frame, repairedBits: repairedBits) : .refused
    }

    /// Remembers the address of a frame that is beyond doubt.
    ///
    /// - Returns: the address, if it was not known, or had been silent for so long that it was forgotten.
    mutating func learn(_ frame: Frame, at time: Timestamp) -> UInt32? {
        guard let address = FrameRepair.certainAddress(of: frame) else { return nil }
        return heard.hear(address, at: time) ? address : nil
    }
}
