public import Aero
public import ModeS

/// Tells copies of one transmission, heard by several receivers, from transmissions that merely say the same.
///
/// A copy has the same bits, comes from a receiver that has not delivered this transmission yet, and was received within 2 s of
/// the first (1 s for frames with address parity, whose bits repeat more often). The same bits again from the same receiver are a
/// new transmission. Memory is fixed: when two transmissions fall into one place, the older is forgotten and a late copy of it
/// counts as new.
public struct Deduplicator: Sendable {
    /// What a frame turned out to be.
    public enum Verdict: Hashable, Sendable {
        /// The first of its kind: it goes on.
        case first
        /// A further copy: it only adds to what is known of the first.
        case copy(Provenance)

        /// Whether the frame goes on.
        public var isNew: Bool { self == .first }
    }

    /// One more receiver of a transmission.
    public struct Provenance: Hashable, Sendable {
        /// The source the copy came from.
        public let source: UInt16
        /// The receiver behind the source, when it says.
        public let receiver: UInt64?
        /// dBFS.
        public let level: Float?
        public let time: Timestamp
    }

    /// 16 bytes: part of the key, the time of the first copy and the receivers that delivered it.
    private struct Entry {
        var tag: UInt32 = 0
        /// Units of 2^16 ns since 1970, wrapped.
        var time: UInt32 = 0
        /// One bit for each receiver, by hash.
        var receivers: UInt64 = 0
    }

    private var table: [Entry]
    private let mask: UInt64
    private let seed: UInt64

    /// 2 s and 1 s in units of 65,536 ns.
    private static let window: UInt32 = 30_518
    private static let addressParityWindow: UInt32 = 15_259

    /// - Parameters:
    ///   - sizeExponent: the table has 2 to that many places of 16 bytes, 10 … 22; 18 (4 MiB) hold 100,000 frames/s.
    ///   - seed: keeps a feeder from aiming at places; the same seed gives the same answers.
    public init(sizeExponent: Int = 18, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) {
        let exponent = min(22, max(10, sizeExponent))
        table = [Entry](repeating: Entry(), count: 1 << exponent)
        mask = (1 << UInt64(exponent)) - 1
        self.seed = seed
    }

    /// Judges the next frame.
    ///
    /// - Parameter source: the number of the feed or connection; together with the frame's receiver id it names a receiver.
    public mutating func judge(_ frame: ReceivedFrame, source: UInt16) -> Verdict {
        let key = Self.mix(frame.frame.high ^ seed, frame.frame.low)
        let index = Int(truncatingIfNeeded: key & mask)
        let tag = UInt32(truncatingIfNeeded: key >> 32) | 1
        let now = UInt32(truncatingIfNeeded: frame.time.nanoseconds >> 16)
        let bit: UInt64 = 1 << (Self.mix(UInt64(source) &+ seed, frame.receiver ?? 0) & 63)
        let entry = table[index]
        if entry.tag == tag {
            let apart = UInt32(Int32(bitPattern: now &- entry.time).magnitude)
            let number = UInt8(truncatingIfNeeded: frame.frame.high >> 59)
            let limit = Self.hasAddressParity(number) ? Self.addressParityWindow : Self.window
            if apart <= limit, entry.receivers & bit == 0 {
                table[index].receivers |= bit
                return .copy(Provenance(source: source, receiver: frame.receiver, level: frame.level, time: frame.time))
            }
        }
        table[index] = Entry(tag: tag, time: now, receivers: bit)
        return .first
    }

    /// Whether a frame goes on; see `judge`.
    public mutating func isNew(_ frame: ReceivedFrame, source: UInt16) -> Bool { judge(frame, source: source).isNew }

    private static func hasAddressParity(_ number: UInt8) -> Bool { number != 11 && !(17...19).contains(number) }

    /// Mixes two words into one whose every bit depends on all of both.
    private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var value = first ^ (second &* 0x9FB2_1C65_1E98_DF25 ^ second >> 29)
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
