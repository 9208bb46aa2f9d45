/// Bytes in gzip's form (RFC 1952, 1951), made by hand.
enum Packed {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

    /// Stored as they are, at most 65,535.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        let block: [UInt8] = [1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
        return head + block + bytes + tail(bytes.reduce(into: CRC()) { $0.add($1) }, bytes.count)
    }

    /// Zeros, 258 of them in each 13 bits.
    static func bomb(_ runs: Int) -> [UInt8] {
        var bits = Bits()
        bits.add(0b011, 3)
        bits.addCode(0b0011_0000, 8)
        for _ in 0..<runs {
            bits.addCode(0b1100_0101, 8)
            bits.addCode(0, 5)
        }
        bits.addCode(0, 7)
        var sum = CRC()
        for _ in 0..<(1 + runs * 258) { sum.add(0) }
        return head + bits.bytes + tail(sum, 1 + runs * 258)
    }

    private static func tail(_ sum: CRC, _ count: Int) -> [UInt8] {
        [sum.value, UInt32(count)].flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }

    private struct CRC {
        private var register: UInt32 = .max
        var value: UInt32 { ~register }
        mutating func add(_ byte: UInt8) {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
        }
    }

    private struct Bits {
        private var done: [UInt8] = []
        private var word: UInt32 = 0
        private var count = 0

        var bytes: [UInt8] { count == 0 ? done : done + [UInt8(truncatingIfNeeded: word)] }

        mutating func add(_ value: UInt32, _ width: Int) {
            word |= value << UInt32(count)
            count += width
            while count >= 8 {
                done.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
                count -= 8
            }
        }

        /// A code goes with its highest bit first.
        mutating func addCode(_ code: UInt32, _ width: Int) {
            for bit in (0..<width).reversed() { add(code >> UInt32(bit) & 1, 1) }
        }
    }
}
