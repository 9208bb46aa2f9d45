/// Takes numbers off bytes that may be anybody's.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], at place: Int) {
        self.bytes = bytes
        self.place = min(place, bytes.count)
    }

    var remaining: Int { bytes.count - place }

    mutating func byte() throws(CoverageBytesError) -> UInt8 {
        guard place < bytes.count else { throw .cutShort(atByte: place) }
        defer { place += 1 }
        return bytes[place]
    }

    mutating func fixed<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type
    ) throws(CoverageBytesError) -> Value {
        var value: Value = 0
        for shift in stride(from: 0, to: Value.bitWidth, by: 8) { value |= Value(try byte()) << shift }
        return value
    }

    /// A number of at most ten bytes, written as short as can be.
    mutating func variable() throws(CoverageBytesError) -> UInt64 {
        let start = place
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 70, by: 7) {
            let next = try byte()
            let isTooLarge = shift == 63 && next > 1
            guard !isTooLarge, !(shift > 0 && next == 0) else { throw .badValue(atByte: start) }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw .badValue(atByte: start)
    }
}
