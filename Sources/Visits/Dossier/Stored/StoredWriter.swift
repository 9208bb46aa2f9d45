/// Appends values as the written form of a visit's changes has them.
struct StoredWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func put(_ value: some StoredValue) { value.write(to: &self) }

    /// A whole number: seven bits a byte, the lowest first, the sign in the last place of the first.
    mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63))
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Eight bytes, the highest first.
    mutating func word(_ value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func text(_ bytes: some Collection<UInt8>) {
        number(bytes.count)
        self.bytes.append(contentsOf: bytes)
    }
}
