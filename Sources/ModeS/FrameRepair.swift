public import Aero

/// Repairs frames that come without the strength of their bits: over the network or out of a file.
///
/// A code word differs from every other one in six bits at least, so that one or two wrong bits have but one place. Frames whose
/// parity hides the address are never repaired, nor is one that no wrong bit or two explain. What becomes of a repaired
/// frame is decided elsewhere: it never makes an aircraft, a first position, an advisory or an emergency.
public struct FrameRepair: Sendable {
    /// How far it goes.
    public let mode: BitRepair
    private let syndromes = SyndromeTable()

    /// The first bit that may be turned over: those before it say what kind of frame it is.
    private static let firstBit = 6

    /// A repair that goes as far as `mode`; `soft` goes as far as `two`.
    public init(_ mode: BitRepair) { self.mode = mode }

    /// Turns over the wrong bits of a frame.
    ///
    /// - Parameters:
    ///   - frame: DF11, 17 or 18 that fails its parity; of DF11 only one that can be no reply to any radar.
    ///   - heard: the addresses heard clean; two bits need one heard twice.
    ///   - time: when the frame was received.
    /// - Returns: the frame with parity 0 and how many bits were turned over; `nil` for a frame that needs no repair or allows none.
    public func mend(_ frame: Frame, heard: HeardAddresses, at time: Timestamp) -> (frame: Frame, bits: UInt8)? {
        guard mode != .none, let remainder = FrameRepair.failure(of: frame) else { return nil }
        let length = frame.bitCount
        if let bit = syndromes.bit(leaving: remainder, frameBits: length) {
            return bit >= Self.firstBit ? (frame.flipping(bit: bit), 1) : nil
        }
        guard mode != .one else { return nil }
        for first in Self.firstBit..<length {
            let left = remainder ^ syndromes.syndrome(ofBit: first, frameBits: length)
            guard let second = syndromes.bit(leaving: left, frameBits: length), second >= Self.firstBit else {
                continue
            }
            let mended = frame.flipping(bit: first).flipping(bit: second)
            // Another kind of address is not the one that was heard.
            guard mended.bits(1, 5) != 18 || mended.bits(6, 8) == 0 else { return nil }
            return heard.count(of: mended.bits(9, 32), at: time) >= 2 ? (mended, 2) : nil
        }
        return nil
    }

    /// The ICAO address of a frame whose parity stands by itself: DF11 with remainder 0, DF17, DF18 with control field 0. `nil` for all others.
    public static func certainAddress(of frame: Frame) -> UInt32? {
        switch frame.bits(1, 5) {
        case 18 where frame.bits(6, 8) != 0: nil
        case 11, 17, 18: frame.remainder == 0 ? frame.bits(9, 32) : nil
        default: nil
        }
    }

    /// What is left of a frame that may be repaired and needs it.
    private static func failure(of frame: Frame) -> UInt32? {
        let remainder = frame.remainder
        switch frame.bits(1, 5) {
        case 11: return remainder < 80 ? nil : remainder
        case 17, 18: return remainder == 0 ? nil : remainder
        default: return nil
        }
    }
}
