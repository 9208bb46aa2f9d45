/// Reads what `ColumnWriter` wrote, from bytes that may be anything: it refuses, it never traps.
struct ColumnReader {
    let bytes: [UInt8]
    private(set) var place: Int
    let end: Int

    /// - Parameter range: within the bytes; all of them by default.
    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        place = max(0, range?.lowerBound ?? 0)
        end = min(bytes.count, range?.upperBound ?? bytes.count)
    }

    var left: Int { max(0, end - place) }

    mutating func byte() throws(ChunkError) -> UInt8 {
        guard place < end else { throw .truncated }
        defer { place += 1 }
        return bytes[place]
    }

    /// At most ten bytes; more, or bits beyond the 64th, are refused.
    mutating func varint() throws(ChunkError) -> UInt64 {
        guard place < end else { throw .truncated }
        let first = bytes[place]
        place += 1
        if first < 0x80 { return UInt64(first) }
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while place < end {
            let next = bytes[place]
            place += 1
            if shift == 63, next > 1 { throw .length(UInt64(next)) }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
            if shift > 63 { throw .length(value) }
        }
        throw .truncated
    }

    mutating func signed() throws(ChunkError) -> Int64 { try Self.unzigzag(varint()) }

    mutating func fixed<Number: FixedWidthInteger & UnsignedInteger>(_: Number.Type) throws(ChunkError) -> Number {
        let width = Number.bitWidth / 8
        guard left >= width else { throw .truncated }
        var value: Number = 0
        for index in 0..<width { value |= Number(truncatingIfNeeded: bytes[place + index]) << Number(8 * index) }
        place += width
        return value
    }

    /// A count that is followed by at least as many bytes times `each`, so that nothing large is made of a few bytes.
    mutating func count(each: Int = 1) throws(ChunkError) -> Int {
        let value = try varint()
        guard value <= UInt64(left / max(1, each)) else { throw .length(value) }
        return Int(value)
    }

    /// The place of the next bytes, which are then behind.
    mutating func skip(_ count: Int) throws(ChunkError) -> Range<Int> {
        guard count >= 0, count <= left else { throw .truncated }
        defer { place += count }
        return place..<place + count
    }

    static func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
}
