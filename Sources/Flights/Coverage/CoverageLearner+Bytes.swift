import Aero

/// Written form: `PCVL`, version 1, then what was learned: beginning and end (nanoseconds, both 0 for nothing), the number of listeners and for
/// each its number, how many intervals, and these as beginning and end; the length of the grid and the grid. Numbers are little-endian.
extension CoverageLearner {
    private static let magic: [UInt8] = [0x50, 0x43, 0x56, 0x4C]
    private static let version: UInt8 = 1

    /// All that was learned. Tracks that are followed, and passes that wait, are not in it: the ten minutes before the end are lost to
    /// coverage when it is read again.
    public func bytes() -> [UInt8] {
        var out = ByteWriter()
        out.bytes = Self.magic + [Self.version]
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
        let start = try Self.time(&reader)
        let end = try Self.time(&reader)
        guard start <= end else { throw .badValue(atByte: reader.place) }
        var uptimes = Uptimes()
        let count = try reader.variable()
        guard count <= UInt64(reader.remaining / 5) else { throw .cutShort(atByte: bytes.count) }
        for _ in 0..<count {
            let number = try reader.fixed(UInt32.self)
            let own = try reader.variable()
            guard own <= UInt64(reader.remaining / 16), let listener = Listener(number: number, kind: .feed) else {
                throw .cutShort(atByte: bytes.count)
            }
            for _ in 0..<own {
                let (from, to) = (try Self.time(&reader), try Self.time(&reader))
                guard from <= to else { throw .badValue(atByte: reader.place) }
                uptimes.add(from...to, of: listener)
            }
        }
        let length = try reader.variable()
        guard length == UInt64(reader.remaining) else {
            throw length > UInt64(reader.remaining)
                ? .cutShort(atByte: bytes.count)
                : .trailing(bytes: reader.remaining - Int(length))
        }
        let grid = try CoverageGrid(bytes: Array(bytes[reader.place...]))
        self.init(coverage: grid, uptimes: uptimes, learned: start == end ? nil : start..<end)
    }

    private static func time(_ reader: inout ByteReader) throws(CoverageBytesError) -> Timestamp {
        Timestamp(nanoseconds: Int64(bitPattern: try reader.fixed(UInt64.self)))
    }
}
