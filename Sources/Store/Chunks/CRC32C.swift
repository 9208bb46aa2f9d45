/// The cyclic redundancy check of iSCSI (Castagnoli), by eight tables.
///
/// - Source: RFC 3720, 12.1 and B.4 (test vectors); the eight tables after Kounavis and Berry, *Novel table lookup-based algorithms*.
enum CRC32C {
    /// The check of the bytes in a range, all of them by default.
    static func of(_ bytes: [UInt8], in range: Range<Int>? = nil) -> UInt32 {
        let range = range ?? 0..<bytes.count
        let bytes = bytes.span
        let tables = tables.span
        var crc = UInt32.max
        var at = range.lowerBound
        while range.upperBound - at >= 8 {
            let low =
                crc
                ^ (UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
                    | UInt32(bytes[at + 3]) << 24)
            var next = tables[0x700 + Int(low & 0xFF)] ^ tables[0x600 + Int(low >> 8 & 0xFF)]
            next ^= tables[0x500 + Int(low >> 16 & 0xFF)] ^ tables[0x400 + Int(low >> 24)]
            next ^= tables[0x300 + Int(bytes[at + 4])] ^ tables[0x200 + Int(bytes[at + 5])]
            crc = next ^ tables[0x100 + Int(bytes[at + 6])] ^ tables[Int(bytes[at + 7])]
            at += 8
        }
        while at < range.upperBound {
            crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes[at])) & 0xFF)]
            at += 1
        }
        return ~crc
    }

    /// Eight tables of 256: the k-th carries a byte over k more bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for index in 0..<256 {
            var crc = UInt32(index)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
            tables[index] = crc
        }
        for index in 256..<2048 {
            let before = tables[index - 256]
            tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
        }
        return tables
    }()
}
