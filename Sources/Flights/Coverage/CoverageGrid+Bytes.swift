import Aero

/// Written form: `PCOV`, version 1, half-life as the bits of a `Double`, number of counts, then each count by rising key: difference of
/// the key, bits of heard and missed as `Float`, day of the counts (since 1970), days since the first pass, last hour heard (since 1970, 0: never) and, if any, the
/// bits of the hours before. Last,
/// eight bytes of FNV-1a over all before. Whole numbers are of variable length, seven bits a byte, low ones first; the rest is
/// little-endian. One grid has one form.
extension CoverageGrid {
    private static let magic: [UInt8] = [0x50, 0x43, 0x4F, 0x56]
    private static let version: UInt8 = 1
    /// Less than any count takes: key 1, heard 4, missed 4, day 1, age 1, hour 1.
    private static let leastBytes = 12

    /// All that was learned, from which `init(bytes:)` makes an equal grid.
    public func bytes() -> [UInt8] {
        var out = ByteWriter()
        out.bytes = Self.magic + [Self.version]
        out.fixed(halfLifeDays.bitPattern)
        out.variable(UInt64(counts.count))
        var last: UInt64 = 0
        for key in counts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let count = counts[key] else { continue }
            out.variable(key.rawValue - last)
            last = key.rawValue
            out.fixed(count.heard.bitPattern)
            out.fixed(count.missed.bitPattern)
            out.variable(UInt64(count.day))
            out.variable(UInt64(count.day - count.firstDay))
            out.variable(UInt64(count.hours.last))
            if count.hours.last > 0 { out.fixed(count.hours.bits) }
        }
        out.fixed(Self.checksum(out.bytes[...]))
        return out.bytes
    }

    /// Reads what `bytes()` wrote. The bytes may be anybody's: nothing in them is believed, and memory is taken only for what is there.
    ///
    /// - Throws: `CoverageBytesError`.
    public init(bytes: [UInt8], capacity: Int = 1 << 20) throws(CoverageBytesError) {
        guard bytes.starts(with: Self.magic) else { throw .notCoverage }
        var reader = ByteReader(bytes, at: Self.magic.count)
        let version = try reader.byte()
        guard version == Self.version else { throw .version(version) }
        let halfLife = Double(bitPattern: try reader.fixed(UInt64.self))
        guard halfLife > 0, halfLife.isFinite else { throw .badValue(atByte: Self.magic.count + 1) }
        self.init(halfLifeDays: halfLife, capacity: capacity)
        let number = try reader.variable()
        guard number <= UInt64(self.capacity) else { throw .tooMany(counts: number, allowed: self.capacity) }
        guard number <= UInt64(reader.remaining / Self.leastBytes) else { throw .cutShort(atByte: bytes.count) }
        counts.reserveCapacity(Int(number))
        var last: UInt64 = 0
        for index in 0..<number {
            let (key, count) = try Self.entry(&reader, after: index == 0 ? nil : last)
            last = key.rawValue
            counts[key] = count
        }
        let end = reader.place
        let told = try reader.fixed(UInt64.self)
        guard reader.remaining == 0 else { throw .trailing(bytes: reader.remaining) }
        guard told == Self.checksum(bytes[..<end]) else { throw .checksum }
        rebuildReach()
    }

    private static func entry(
        _ reader: inout ByteReader,
        after last: UInt64?
    ) throws(CoverageBytesError) -> (CoverageKey, CellCount) {
        let start = reader.place
        let step = try reader.variable()
        let (raw, overflow) = (last ?? 0).addingReportingOverflow(step)
        guard !overflow, last == nil || step > 0, let key = CoverageKey(rawValue: raw) else {
            throw .badValue(atByte: start)
        }
        let heard = Float(bitPattern: try reader.fixed(UInt32.self))
        let missed = Float(bitPattern: try reader.fixed(UInt32.self))
        let (lastDay, age, hour) = (try reader.variable(), try reader.variable(), try reader.variable())
        let bits = hour > 0 ? try reader.fixed(UInt64.self) : 0
        guard let day = UInt16(exactly: lastDay), age <= lastDay, let last = UInt32(exactly: hour),
            let hours = HearingHours(last: last, bits: bits),
            // -0 is 0 written otherwise.
            heard.sign == .plus, missed.sign == .plus,
            let count = CellCount(
                heard: heard,
                missed: missed,
                day: day,
                firstDay: UInt16(lastDay - age),
                hours: hours
            )
        else { throw .badValue(atByte: start) }
        return (key, count)
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }
}
