import Aero

/// One Mode S frame: 56 or 112 bits as sent, parity included.
///
/// Bits are counted as the standards count them, from 1, most significant first. Bit 1 alone tells the length.
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.3.
public struct Frame: Hashable, Sendable {
    /// Bits 1…64; in a short frame the last eight are zero.
    public let high: UInt64
    /// Bits 65…112 in the upper 48 bits; zero in a short frame.
    public let low: UInt64

    /// A frame by its words; bits behind the frame's own end are cleared.
    ///
    /// - Parameters:
    ///   - high: bits 1…64.
    ///   - low: bits 65…112 in the upper 48 bits.
    public init(high: UInt64, low: UInt64) {
        let isLong = high >> 63 == 1
        self.high = isLong ? high : high & ~0xFF
        self.low = isLong ? low & ~0xFFFF : 0
    }

    /// A frame from its bytes as they come over the wire.
    ///
    /// - Throws: `FrameError.badLength` unless the count is what bit 1 says, 7 or 14 bytes.
    public init(wire: Span<UInt8>) throws(FrameError) {
        guard wire.count == 7 || wire.count == 14 else { throw .badLength(bytes: wire.count) }
        guard (wire[0] >= 0x80) == (wire.count == 14) else { throw .badLength(bytes: wire.count) }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for index in 0..<wire.count {
            if index < 8 {
                high |= UInt64(wire[index]) << UInt64(56 - 8 * index)
            } else {
                low |= UInt64(wire[index]) << UInt64(120 - 8 * index)
            }
        }
        self.high = high
        self.low = low
    }

    /// A frame from 14 or 28 hexadecimal digits in either case.
    ///
    /// - Throws: `FrameError` on another count or another character.
    public init(hex: String) throws(FrameError) { try self.init(hexDigits: hex.utf8.span) }

    /// A frame from 14 or 28 hexadecimal digits in either case.
    ///
    /// - Throws: `FrameError` on another count or another character.
    public init(hex: Substring) throws(FrameError) { try self.init(hexDigits: hex.utf8.span) }

    /// A frame from the ASCII codes of 14 or 28 hexadecimal digits in either case. Takes no memory.
    ///
    /// - Throws: `FrameError` on another count or another character.
    public init(hexDigits: Span<UInt8>) throws(FrameError) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var digits = 0
        for index in hexDigits.indices {
            let character = hexDigits[index]
            guard let value = Hexadecimal.value(of: character) else { throw .notHexadecimal(byte: character) }
            if digits < 16 {
                high |= UInt64(value) << UInt64(60 - 4 * digits)
            } else {
                guard digits < 28 else { throw .badLength(bytes: 15) }
                low |= UInt64(value) << UInt64(124 - 4 * digits)
            }
            digits += 1
        }
        guard digits == 14 || digits == 28, (high >> 63 == 1) == (digits == 28) else {
            throw .badLength(bytes: digits / 2)
        }
        self.high = high
        self.low = low
    }

    /// Whether the frame has 112 bits; else it has 56.
    public var isLong: Bool { high >> 63 == 1 }
    /// 7 or 14.
    public var byteCount: Int { isLong ? 14 : 7 }
    /// 56 or 112.
    public var bitCount: Int { isLong ? 112 : 56 }

    /// The byte at an index, 0 first.
    @inline(__always)
    public func byte(_ index: Int) -> UInt8 {
        precondition((0..<14).contains(index), "a frame has at most 14 bytes")
        return index < 8
            ? UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * index))
            : UInt8(truncatingIfNeeded: low >> UInt64(120 - 8 * index))
    }

    /// All bytes, first sent first.
    public var bytes: [UInt8] { (0..<byteCount).map(byte) }

    /// A field of the frame's first 64 bits.
    ///
    /// - Parameters:
    ///   - first: its first bit, 1…64.
    ///   - last: its last bit, not before the first.
    @inline(__always)
    public func bits(_ first: Int, _ last: Int) -> UInt32 {
        precondition(first >= 1 && first <= last && last <= 64 && last - first < 32, "field outside bits 1…64")
        let moved = high >> UInt64(64 - last)
        return UInt32(truncatingIfNeeded: moved & ((1 << UInt64(last - first + 1)) - 1))
    }

    /// Bits 33…88 of a long frame: the ME field of an extended squitter, the MB field of a Comm-B reply, the MV of DF16.
    public var field56: Field56 { Field56(rawValue: high << 24 & 0xFF_FFFF_FF00_0000 | low >> 40) }

    /// The last 24 bits.
    public var parity: UInt32 { UInt32(truncatingIfNeeded: isLong ? low >> 16 & 0xFF_FFFF : high >> 8 & 0xFF_FFFF) }

    /// What is left of the frame after division by the generator: 0 for a clean extended squitter, the address of the sender
    /// for a reply with address parity, the interrogator code for an all-call reply.
    public var remainder: UInt32 { CRC24.remainder(of: self) }

    /// 14 or 28 upper-case hexadecimal digits.
    public var hex: String {
        isLong
            ? Hexadecimal.upper(high, digits: 16) + Hexadecimal.upper(low >> 16, digits: 12)
            : Hexadecimal.upper(high >> 8, digits: 14)
    }

    /// The same frame with one bit turned over.
    ///
    /// - Parameter bit: 1…`bitCount`; bit 1 would change the length and is refused.
    public func flipping(bit: Int) -> Frame {
        precondition(bit > 1 && bit <= bitCount, "bit outside the frame, or the one that says its length")
        return bit <= 64
            ? Frame(high: high ^ 1 << UInt64(64 - bit), low: low)
            : Frame(high: high, low: low ^ 1 << UInt64(128 - bit))
    }
}

extension Frame: CustomStringConvertible {
    public var description: String { hex }
}
