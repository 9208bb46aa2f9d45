/// Numbers written one after the other: fixed ones little-endian, the others as LEB128, signed ones zigzag first.
struct RawByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func fixed(_ value: some FixedWidthInteger) {
        var rest = value
        for _ in 0..<(type(of: value).bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    mutating func number(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func append(_ more: [UInt8]) { bytes += more }
}

/// Reads what `RawByteWriter` wrote; what is not there is an error, never a trap.
struct RawByteReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    mutating func byte() throws(RawDamage) -> UInt8 {
        guard position < bytes.endIndex else { throw .cutOff }
        position += 1
        return bytes[position - 1]
    }

    mutating func fixed<Value: FixedWidthInteger>(_: Value.Type) throws(RawDamage) -> Value {
        let count = Value.bitWidth / 8
        guard bytes.endIndex - position >= count else { throw .cutOff }
        var value: Value = 0
        for index in (0..<count).reversed() {
            if count > 1 { value <<= 8 }
            value |= Value(truncatingIfNeeded: bytes[position + index])
        }
        position += count
        return value
    }

    mutating func number() throws(RawDamage) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            let next = try byte()
            guard shift < 63 || next < 2 else { throw .nonsense }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw .nonsense
    }

    mutating func signed() throws(RawDamage) -> Int64 {
        let value = try number()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A count that a bound holds.
    mutating func count(_ most: Int) throws(RawDamage) -> Int {
        let value = try number()
        guard value <= UInt64(most) else { throw .nonsense }
        return Int(value)
    }

    mutating func rest() -> ArraySlice<UInt8> {
        defer { position = bytes.endIndex }
        return bytes[position...]
    }
}
