/// The parity of Mode S: division by the generator 0x1FFF409, no initial value, no final change.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.3.3.
public enum CRC24 {
    /// The generator without its leading one.
    public static let generator: UInt32 = 0xFFF409

    /// What a frame leaves when all of it, parity included, is divided by the generator. Cost: one table look-up a byte.
    public static func remainder(of frame: Frame) -> UInt32 {
        let table = positionTable.span
        var result: UInt32 = 0
        if frame.isLong {
            for index in 0..<8 { result ^= table[index << 8 | Int(frame.high >> UInt64(56 - 8 * index) & 0xFF)] }
            for index in 8..<14 { result ^= table[index << 8 | Int(frame.low >> UInt64(120 - 8 * index) & 0xFF)] }
        } else {
            for index in 0..<7 { result ^= table[(index + 7) << 8 | Int(frame.high >> UInt64(56 - 8 * index) & 0xFF)] }
        }
        return result
    }

    /// What bytes leave when they are divided by the generator; the last three count as parity.
    public static func remainder(of bytes: Span<UInt8>) -> UInt32 {
        var result: UInt32 = 0
        for index in 0..<bytes.count {
            result = result << 8 | UInt32(bytes[index])
            let overflow = result >> 24
            result = result & 0xFF_FFFF ^ byteTable[Int(overflow)]
        }
        return result
    }

    /// The remainder that one wrong bit leaves behind.
    ///
    /// - Parameters:
    ///   - bit: 1…`frameBits`.
    ///   - frameBits: 56 or 112.
    public static func syndrome(ofBit bit: Int, frameBits: Int) -> UInt32 {
        precondition(frameBits == 56 || frameBits == 112, "a frame has 56 or 112 bits")
        precondition((1...frameBits).contains(bit), "bit outside the frame")
        let place = bit - 1 + 112 - frameBits
        return positionTable[(place >> 3) * 256 + (0x80 >> (place & 7))]
    }

    /// For each byte position of a long frame (14 x 256 entries) what a byte there adds to the remainder. A short frame uses the
    /// last seven positions.
    public static let positionTable: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 14 * 256)
        for value in 0..<256 {
            var rest = UInt32(value)
            for position in stride(from: 13, through: 0, by: -1) {
                table[position << 8 | value] = rest
                rest = step(rest)
            }
        }
        return table
    }()

    /// The remainder of a byte followed by three zero bytes.
    private static let byteTable: [UInt32] = (0..<256).map { step(step(step(UInt32($0)))) }

    /// The remainder after eight further zero bits.
    private static func step(_ remainder: UInt32) -> UInt32 {
        var rest = remainder
        for _ in 0..<8 {
            rest <<= 1
            if rest & 0x100_0000 != 0 { rest ^= 0x100_0000 | generator }
        }
        return rest
    }
}
