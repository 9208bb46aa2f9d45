import Aero
import ModeS

/// Tells copies of one transmission, heard by several receivers, from transmissions that merely say the same, and keeps who heard each.
///
/// A copy has the same bits, comes from a receiver that has not delivered this transmission yet, and was received within 2 s of the
/// first; within 1 s where the address is in the parity, because such bits repeat more often, and within 0.5 ms where both clocks are
/// GNSS. Of several transmissions that fit it is of the nearest. The same bits again from the same receiver are a new transmission.
///
/// Memory is fixed: four transmissions share a place, the oldest is forgotten for a fifth, and a late copy of it counts as new.
struct Deduplicator: Sendable {
    /// Where a transmission is remembered.
    typealias Place = Int

    /// What a frame turned out to be.
    enum Verdict: Hashable, Sendable {
        /// The first of its kind: it goes on.
        case first(Place)
        /// A further copy, which has been joined to the first.
        case copy(Place)
    }

    /// What the table made of the first copy.
    enum Disposition: UInt8, Sendable {
        case open
        /// The first clean frame of an address, which has no track yet.
        case waiting
        case believed
        case ambiguous
        case unattributed
        /// Its feeder was quarantined: a trusted one's copy counts as the first.
        case untrusted
    }

    /// A transmission: its first copy, and where the others are.
    struct Transmission: Sendable {
        fileprivate(set) var tag: UInt32 = 0
        /// The latest copy in the ring, plus one; 0 where there is none.
        fileprivate var newestCopy: UInt32 = 0
        fileprivate(set) var time = Timestamp(nanoseconds: .min / 2)
        fileprivate(set) var receiver = ReceiverNumber(rawValue: 0)
        fileprivate var level: Int16 = .min
        /// Copies besides the first.
        fileprivate(set) var copies: UInt16 = 0
        /// Its clock is GNSS.
        fileprivate(set) var isExact = false
        fileprivate(set) var disposition = Disposition.open
        /// Whom it names, with bit 24 set where that is no ICAO address.
        fileprivate var address: UInt32 = 0

        var aircraft: AircraftAddress {
            address >> 24 == 0 ? AircraftAddress(icao: address) : AircraftAddress(other: address)
        }
    }

    private struct Copy: Sendable {
        var time = Timestamp(nanoseconds: 0)
        var place: UInt32 = .max
        var earlier: UInt32 = 0
        var receiver = ReceiverNumber(rawValue: 0)
        var level: Int16 = .min
    }

    private var table: [Transmission]
    private var copies: [Copy]
    private var nextCopy = 0
    private let mask: UInt64
    private let seed: UInt64

    private static let ways = 4
    /// Nanoseconds.
    private static let window: Int64 = 2_000_000_000
    private static let addressParityWindow: Int64 = 1_000_000_000
    private static let exactWindow: Int64 = 500_000

    /// - Parameters:
    ///   - sizeExponent: transmissions kept, as a power of 2, 8 … 22; 17 (4 MiB) hold 65,000 a second.
    ///   - seed: keeps a feeder from aiming at places; the same seed gives the same answers.
    init(sizeExponent: Int = 17, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) {
        let exponent = min(22, max(8, sizeExponent))
        table = [Transmission](repeating: Transmission(), count: 1 << exponent)
        copies = [Copy](repeating: Copy(), count: 1 << (exponent - 1))
        mask = (1 << UInt64(exponent)) / UInt64(Self.ways) - 1
        self.seed = seed
    }

    /// What is remembered at a place.
    subscript(_ place: Place) -> Transmission { table[place] }

    /// Judges the next frame and remembers it.
    mutating func judge(_ frame: ReceivedFrame, by receiver: ReceiverNumber) -> Verdict {
        let key = Self.mix(frame.frame.high ^ seed, frame.frame.low)
        let bucket = Int(truncatingIfNeeded: key & mask) * Self.ways
        let tag = UInt32(truncatingIfNeeded: key >> 32) | 1
        let now = frame.time.nanoseconds
        let hasAddressParity = Self.hasAddressParity(frame.frame)
        var nearest = Int64.max
        var found = -1
        var oldest = bucket
        for place in bucket..<bucket + Self.ways {
            let known = table[place]
            if known.time < table[oldest].time { oldest = place }
            guard known.tag == tag else { continue }
            let (difference, overflow) = now.subtractingReportingOverflow(known.time.nanoseconds)
            let apart = overflow ? Int64.max : abs(max(-Int64.max, difference))
            let limit =
                hasAddressParity
                ? (known.isExact && frame.isTimeExact ? Self.exactWindow : Self.addressParityWindow) : Self.window
            guard apart <= limit, apart < nearest, !wasDelivered(place, by: receiver) else { continue }
            nearest = apart
            found = place
        }
        guard found < 0 else {
            join(frame, by: receiver, at: found)
            return .copy(found)
        }
        table[oldest] = Transmission(
            tag: tag,
            time: frame.time,
            receiver: receiver,
            level: Self.hundredths(frame.level),
            isExact: frame.isTimeExact
        )
        return .first(oldest)
    }

    /// Notes what became of the first copy.
    mutating func settle(_ place: Place, _ disposition: Disposition, of address: AircraftAddress?) {
        table[place].disposition = disposition
        table[place].address = address.map { $0.bits | ($0.isICAO ? 0 : 1 << 24) } ?? 0
    }

    /// Who heard a transmission.
    ///
    /// - Parameter receivers: the register that gave the numbers.
    func hearings(_ place: Place, _ receivers: ReceiverRegister) -> Hearings {
        let known = table[place]
        func hearing(_ number: ReceiverNumber, _ time: Timestamp, _ level: Int16) -> Hearing {
            let receiver = receivers[number]
            let told = level == .min ? nil : Float(level) / 100
            return Hearing(feed: receiver.feed, receiver: receiver.name, time: time, level: told)
        }
        var later: [Hearing] = []
        forEachCopy(place) { later.append(hearing($0.receiver, $0.time, $0.level)) }
        let all = [hearing(known.receiver, known.time, known.level)] + later.reversed().prefix(Hearings.capacity - 1)
        return Hearings(all, beyond: Int(known.copies) + 1 - all.count)
    }

    /// Finds a transmission that a frame is of; `nil` when it is not remembered any more.
    func place(of frame: ReceivedFrame) -> Place? {
        let key = Self.mix(frame.frame.high ^ seed, frame.frame.low)
        let bucket = Int(truncatingIfNeeded: key & mask) * Self.ways
        let tag = UInt32(truncatingIfNeeded: key >> 32) | 1
        let fitting = (bucket..<bucket + Self.ways).filter { table[$0].tag == tag }
        let near = fitting.min { apart($0, frame.time) < apart($1, frame.time) }
        return near.flatMap { apart($0, frame.time) <= 2 ? $0 : nil }
    }

    private func apart(_ place: Place, _ time: Timestamp) -> Double { table[place].time.seconds(since: time).magnitude }

    // MARK: - Copies

    private mutating func join(_ frame: ReceivedFrame, by receiver: ReceiverNumber, at place: Place) {
        // Beyond what is kept, copies are only counted.
        if Int(table[place].copies) < Hearings.capacity - 1 {
            copies[nextCopy] = Copy(
                time: frame.time,
                place: UInt32(truncatingIfNeeded: place),
                earlier: table[place].newestCopy,
                receiver: receiver,
                level: Self.hundredths(frame.level)
            )
            table[place].newestCopy = UInt32(truncatingIfNeeded: nextCopy) + 1
            nextCopy = (nextCopy + 1) & (copies.count - 1)
        }
        if table[place].copies < .max { table[place].copies += 1 }
    }

    @inline(__always)
    private func wasDelivered(_ place: Place, by receiver: ReceiverNumber) -> Bool {
        if table[place].receiver == receiver { return true }
        if table[place].newestCopy == 0 { return false }
        var isFound = false
        forEachCopy(place) { if $0.receiver == receiver { isFound = true } }
        return isFound
    }

    /// The copies that are kept, newest first. The ring may have run over some: then the rest of them is not known any more.
    private func forEachCopy(_ place: Place, _ body: (Copy) -> Void) {
        var next = table[place].newestCopy
        for _ in 0..<Hearings.capacity {
            guard next > 0 else { return }
            let copy = copies[Int(next) - 1]
            guard copy.place == UInt32(truncatingIfNeeded: place) else { return }
            body(copy)
            next = copy.earlier
        }
    }

    // MARK: - Keys

    /// DF11 and 17 to 19 state the address.
    private static func hasAddressParity(_ frame: Frame) -> Bool {
        let number = frame.high >> 59
        return number != 11 && !(17...19).contains(number)
    }

    private static func hundredths(_ level: Float?) -> Int16 {
        guard let level, level.isFinite else { return .min }
        return Int16(max(-32_000, min(32_000, (level * 100).rounded())))
    }

    /// Mixes two words into one whose every bit depends on all of both.
    private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var value = first ^ (second &* 0x9FB2_1C65_1E98_DF25 ^ second >> 29)
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
