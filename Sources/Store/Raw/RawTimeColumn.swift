import Aero

/// Times to the nanosecond, each as what it differs from what was to be expected.
///
/// Four expectations are tried, the shortest is kept: the time of the message before; that plus the 12 MHz counts between; that plus the
/// nanoseconds between by a GNSS clock; the arrival.
struct RawTimeColumn {
    enum Expectation: UInt8, CaseIterable {
        case before
        case ticks
        case gps
        case arrival
    }

    private var writers = [RawByteWriter](repeating: RawByteWriter(), count: Expectation.allCases.count)
    private var oracle = Oracle()

    mutating func begin(_ arrived: Timestamp) { oracle.arrived = arrived.nanoseconds }

    mutating func add(_ time: Timestamp, ticks: UInt64?) {
        for expectation in Expectation.allCases {
            writers[Int(expectation.rawValue)].signed(time.nanoseconds &- oracle.expected(expectation, ticks))
        }
        oracle.note(time.nanoseconds, ticks)
    }

    /// The shortest of the four, its number first.
    func encoded() -> [UInt8] {
        let best = Expectation.allCases.min {
            writers[Int($0.rawValue)].bytes.count < writers[Int($1.rawValue)].bytes.count
        }
        return [best?.rawValue ?? 0] + writers[Int(best?.rawValue ?? 0)].bytes
    }

    struct Reader {
        private let expectation: Expectation
        private var reader: RawByteReader
        private var oracle = Oracle()

        init(_ bytes: ArraySlice<UInt8>) throws(RawDamage) {
            reader = RawByteReader(bytes)
            guard let expectation = Expectation(rawValue: try reader.byte()) else { throw .nonsense }
            self.expectation = expectation
        }

        mutating func begin(_ arrived: Timestamp) { oracle.arrived = arrived.nanoseconds }

        mutating func next(ticks: UInt64?) throws(RawDamage) -> Timestamp {
            let time = oracle.expected(expectation, ticks) &+ (try reader.signed())
            oracle.note(time, ticks)
            return Timestamp(nanoseconds: time)
        }
    }

    /// What is to be expected by all that came before.
    private struct Oracle {
        var arrived: Int64 = 0
        private var last: Int64?
        private var counted: (ticks: UInt64, time: Int64)?

        func expected(_ expectation: Expectation, _ ticks: UInt64?) -> Int64 {
            let before = last ?? arrived
            guard let ticks, let counted else { return expectation == .arrival ? arrived : before }
            switch expectation {
            case .before: return before
            case .arrival: return arrived
            case .ticks:
                // 48 bits, the shorter way round; three ticks are 250 ns.
                let step = Int64(bitPattern: (ticks &- counted.ticks) << 16) >> 16
                return counted.time &+ step &* 250 / 3
            case .gps: return counted.time &+ Self.nanoseconds(ticks) &- Self.nanoseconds(counted.ticks)
            }
        }

        mutating func note(_ time: Int64, _ ticks: UInt64?) {
            last = time
            if let ticks { counted = (ticks, time) }
        }

        private static func nanoseconds(_ stamp: UInt64) -> Int64 {
            Int64(truncatingIfNeeded: stamp >> 30) &* 1_000_000_000 &+ Int64(truncatingIfNeeded: stamp & 0x3FFF_FFFF)
        }
    }
}
