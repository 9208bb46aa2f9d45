import Aero

/// Written form: `PCVL`, version 1, then what was learned: beginning and end (nanoseconds, both 0 for nothing), the number of listeners and for
/// each its number, how many intervals, and these as beginning and end; the length of the grid and the grid; last, eight bytes of FNV-1a over all
/// before. Listeners and their intervals rise. Numbers are little-endian. What was learned has one form.
extension CoverageLearner {
    private static let magic: [UInt8] = [0x50, 0x43, 0x56, 0x4C]
    private static let version: UInt8 = 1
    /// Its number, one interval's count and that.
    private static let leastOfListener = 4 + 1 + 16

    /// All that was learned. Tracks that are followed, and passes that wait, are not in it: the ten minutes before the end are lost to
    /// coverage when it is read again.
    public func bytes() -> [UInt8] {
        var out = ByteWriter()
        out.bytes = Self.magic + [Self.version]
        let learned = learned.flatMap { $0.isEmpty ? nil : $0 }
        out.fixed(UInt64(bitPattern: learned?.lowerBound.nanoseconds ?? 0))
        out.fixed(UInt64(bitPattern: learned?.upperBound.nanoseconds ?? 0))
        let listeners = uptimes.listeners
        out.variable(UInt64(listeners.count))
        for listener in listeners {
            let own = uptimes.intervals(of: listener)
            out.fixed(listener.number)
            out.variable(UInt64(own.count))
            for interval in own {
                out.fixed(UInt64(bitPattern: interval.lowerBound.nanoseconds))
                out.fixed(UInt64(bitPattern: interval.upperBound.nanoseconds))
            }
        }
        let grid = coverage.bytes()
        out.variable(UInt64(grid.count))
        out.bytes += grid
        out.fixed(CoverageGrid.checksum(out.bytes[...]))
        return out.bytes
    }

    /// Reads what `bytes()` wrote; nothing in them is believed.
    ///
    /// - Throws: `CoverageBytesError`.
    public init(bytes: [UInt8]) throws(CoverageBytesError) {
        guard bytes.starts(with: Self.magic) else { throw .notCoverage }
        var reader = ByteReader(bytes, at: Self.magic.count)
        let version = try reader.byte()
        guard version == Self.version else { throw .version(version) }
        let learned = try Self.learned(&reader)
        let uptimes = try Self.uptimes(&reader)
        let length = try reader.variable()
        let sum = 8
        guard reader.remaining >= sum, length <= UInt64(reader.remaining - sum) else {
            throw .cutShort(atByte: bytes.count)
        }
        let end = reader.place + Int(length)
        guard end + sum == bytes.count else { throw .trailing(bytes: bytes.count - sum - end) }
        let grid = try CoverageGrid(bytes: Array(bytes[reader.place..<end]))
        var told = ByteReader(bytes, at: end)
        guard try told.fixed(UInt64.self) == CoverageGrid.checksum(bytes[..<end]) else { throw .checksum }
        self.init(coverage: grid, uptimes: uptimes, learned: learned)
    }

    /// - Returns: `nil` where both ends are 0: for nothing.
    private static func learned(_ reader: inout ByteReader) throws(CoverageBytesError) -> Range<Timestamp>? {
        let place = reader.place
        let (start, end) = (try time(&reader), try time(&reader))
        if start == end, start.nanoseconds == 0 { return nil }
        guard start < end else { throw .badValue(atByte: place) }
        return start..<end
    }

    private static func uptimes(_ reader: inout ByteReader) throws(CoverageBytesError) -> Uptimes {
        var uptimes = Uptimes()
        var before: UInt32?
        let count = try reader.variable()
        guard count <= UInt64(reader.remaining / leastOfListener) else {
            throw .cutShort(atByte: reader.place + reader.remaining)
        }
        for _ in 0..<count {
            let place = reader.place
            let number = try reader.fixed(UInt32.self)
            let own = try reader.variable()
            guard before.map({ $0 < number }) ?? true, own > 0, own <= UInt64(Uptimes.capacity),
                let listener = Listener(number: number, kind: .feed)
            else { throw .badValue(atByte: place) }
            before = number
            var last: Timestamp?
            for _ in 0..<own {
                let place = reader.place
                let (from, to) = (try time(&reader), try time(&reader))
                guard from <= to, last.map({ $0 < from }) ?? true else { throw .badValue(atByte: place) }
                uptimes.add(from...to, of: listener)
                last = to
            }
        }
        return uptimes
    }

    private static func time(_ reader: inout ByteReader) throws(CoverageBytesError) -> Timestamp {
        Timestamp(nanoseconds: Int64(bitPattern: try reader.fixed(UInt64.self)))
    }
}
