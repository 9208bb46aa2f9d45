import Aero

/// The payload of a UAT downlink message (978 MHz): 18 bytes, or 34 in the long form.
///
/// The demodulator has taken the error correction away. Nothing else protects the bytes.
/// - Source: RTCA DO-282B, 2.2.4.5 (payload), table 2-10 (composition by payload type).
public struct UATFrame: Hashable, Sendable {
    /// Bytes of the basic form, payload type 0.
    public static let shortLength = 18
    /// Bytes of the long form.
    public static let longLength = 34

    /// 18 or 34.
    public let bytes: [UInt8]

    /// A frame by its bytes.
    public init(bytes: [UInt8]) throws(UATError) {
        guard bytes.count == Self.shortLength || bytes.count == Self.longLength else {
            throw .badLength(bytes: bytes.count)
        }
        let payloadType = bytes[0] >> 3
        guard (payloadType == 0) == (bytes.count == Self.shortLength) else {
            throw .lengthContradictsType(bytes: bytes.count, payloadType: payloadType)
        }
        self.bytes = bytes
    }

    /// A frame by its hexadecimal digits, in either case.
    public init(hex: Span<UInt8>) throws(UATError) {
        guard hex.count == 2 * Self.shortLength || hex.count == 2 * Self.longLength else {
            throw .badLength(bytes: hex.count / 2)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hex.count / 2)
        for index in 0..<hex.count {
            guard let digit = Hexadecimal.value(of: hex[index]) else { throw .notHexadecimal(byte: hex[index]) }
            if index % 2 == 0 { bytes.append(digit << 4) } else { bytes[index / 2] |= digit }
        }
        try self.init(bytes: bytes)
    }

    /// A frame by its hexadecimal digits, in either case.
    public init(hex: String) throws(UATError) { try self.init(hex: Array(hex.utf8).span) }

    /// 0…31.
    public var payloadType: UInt8 { bytes[0] >> 3 }

    /// Lower-case hexadecimal digits, as dump978 prints them.
    public var hex: String {
        var result = ""
        for byte in bytes { result += Hexadecimal.lower(UInt64(byte), digits: 2) }
        return result
    }

    /// Bits `first` … `last` as a number, counted from 1 over the whole frame, most significant first; at most 32.
    func bits(_ first: Int, _ last: Int) -> UInt32 {
        precondition(first >= 1 && first <= last && last <= 8 * bytes.count && last - first < 32, "no such bits")
        var value: UInt32 = 0
        for bit in first - 1..<last {
            value = value << 1 | UInt32(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
        }
        return value
    }

    /// One bit, counted from 1.
    func bit(_ bit: Int) -> Bool { bits(bit, bit) == 1 }
}

extension UATFrame: CustomStringConvertible {
    public var description: String { hex }
}
