public import Aero
import ModeS

/// Reads Beast binary: `1a`, a type, a 48-bit time stamp, a signal byte and the frame, every `1a` behind the type sent twice.
///
/// Types 34 and 35 (status of a Radarcape) are passed over; `e3` and `e4` name the receiver; `e8`, which sets a
/// replay's clock, is refused. The text of `e4` is the connection's key, too. At most one unfinished message (fewer than 96 bytes) is kept between two calls.
/// - Source: Mode-S Beast wiki, "Data output formats"; extensions by behaviour of readsb.
public struct BeastDecoder: StreamDecoder {
    /// Who sends: on bytes from a reader of our output, type 31 is a command of one byte.
    public enum Sender: Hashable, Sendable {
        /// A receiver or a program that hands on its frames.
        case receiver
        /// A client of our output.
        case reader
    }

    public internal(set) var counters = WireCounters()
    public private(set) var shownKey: FeederKey?
    /// Whether a client asked for Mode A/C (`J`) and did not take it back (`j`).
    public private(set) var wantsModeAC = false

    private let sender: Sender
    private var clock: StreamClock
    /// The unfinished message at the end of the last bytes.
    private var carry: [UInt8] = []
    /// Frames of a recording that wait until it is known what its stamps count.
    private var held: [ReceivedFrame] = []
    private var heldModeAC: [ReceivedModeAC] = []
    private var receiver: UInt64?
    /// The receiver named once for the connection (`e4`).
    private var connectionReceiver: UInt64?
    private var simulated = false
    private let marker = SimulationMarker.frame

    private static let escape: UInt8 = 0x1A
    /// As many frames wait for the clock at most; then it is taken to be 12 MHz.
    private static let heldLimit = 4096

    /// A decoder for one connection or file.
    ///
    /// - Parameters:
    ///   - time: where dates come from.
    ///   - clock: what the stamps count; `nil` to find out.
    ///   - sender: who sends the bytes.
    public init(time: TimeBase = .arrival, clock: ClockKind? = nil, sender: Sender = .receiver) {
        self.clock = StreamClock(base: time, kind: clock)
        self.sender = sender
    }

    /// What the stamps count, as far as it is known.
    public var clockKind: ClockKind? { clock.kind }

    public mutating func decode(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        counters.bytes &+= UInt64(bytes.count)
        var position = 0
        if !carry.isEmpty {
            position = decodeCarry(with: bytes, arrival: arrival, into: &batch)
        }
        position = parse(bytes, from: position, upTo: bytes.count, arrival: arrival, into: &batch)
        while position < bytes.count {
            carry.append(bytes[position])
            position += 1
        }
        counters.clockDisagreements = clock.disagreements
        if simulated { batch.sawSimulationMark = true }
    }

    public mutating func finish(into batch: inout FeedBatch) {
        if !carry.isEmpty { counters.brokenFrames &+= 1 }
        carry.removeAll(keepingCapacity: true)
        if clock.kind == nil, !held.isEmpty || !heldModeAC.isEmpty { clock.settle() }
        counters.clockUncertain = clock.isUncertain ? 1 : 0
        releaseHeld(into: &batch)
        if simulated { batch.sawSimulationMark = true }
    }

    public mutating func restart() {
        carry.removeAll(keepingCapacity: true)
        held.removeAll(keepingCapacity: false)
        heldModeAC.removeAll(keepingCapacity: false)
        clock.restart()
        receiver = nil
        connectionReceiver = nil
        shownKey = nil
    }

    /// Completes the unfinished message with the first new bytes.
    ///
    /// - Returns: the first of the new bytes that is not used yet.
    private mutating func decodeCarry(with bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) -> Int {
        let old = carry.count
        var joined = carry
        let borrowed = min(bytes.count, 128)
        for index in 0..<borrowed { joined.append(bytes[index]) }
        let end = parse(joined.span, from: 0, upTo: old, arrival: arrival, into: &batch)
        if end >= old {
            carry.removeAll(keepingCapacity: true)
            return end - old
        }
        // Still unfinished: no message is as long as 128 bytes, so all that came is in `joined`.
        joined.removeSubrange(0..<end)
        carry = joined
        return bytes.count
    }

    /// Reads all messages that begin before `limit`.
    ///
    /// - Returns: where reading has to go on: behind the last whole message, or at an unfinished one.
    private mutating func parse(
        _ bytes: Span<UInt8>,
        from start: Int,
        upTo limit: Int,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) -> Int {
        var position = start
        while position < limit {
            guard bytes[position] == Self.escape else {
                counters.garbageBytes &+= 1
                position += 1
                continue
            }
            guard position + 1 < bytes.count else { return position }
            let type = bytes[position + 1]
            if type == 0x33, bytes.count - position >= 23,
                longFrame(bytes.extracting(position..<position + 23), arrival: arrival, into: &batch)
            {
                position += 23
                continue
            }
            if type == 0x32, bytes.count - position >= 16,
                shortFrame(bytes.extracting(position..<position + 16), arrival: arrival, into: &batch)
            {
                position += 16
                continue
            }
            guard let next = message(type, bytes, at: position, arrival: arrival, into: &batch) else { return position }
            position = next
        }
        return position
    }

    /// Reads a long frame without doubled bytes, 23 in all; refuses one with an `1a` in it.
    @inline(__always)
    private mutating func longFrame(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) -> Bool {
        let head = Self.word(bytes, at: 2, count: 7)
        let high = Self.word(bytes, at: 9, count: 8)
        let low = Self.word(bytes, at: 17, count: 6) << 16
        if Self.hasEscape(head | 0xFF << 56) || Self.hasEscape(high) || Self.hasEscape(low | 0xFFFF) { return false }
        guard high >> 63 == 1 else {
            counters.badLengths &+= 1
            return true
        }
        emit(
            Frame(high: high, low: low),
            stamp: head >> 8,
            signal: UInt8(truncatingIfNeeded: head),
            arrival: arrival,
            into: &batch
        )
        return true
    }

    /// Reads a short frame without doubled bytes, 16 in all; refuses one with an `1a` in it.
    @inline(__always)
    private mutating func shortFrame(_ bytes: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) -> Bool {
        let head = Self.word(bytes, at: 2, count: 7)
        let high = Self.word(bytes, at: 9, count: 7) << 8
        if Self.hasEscape(head | 0xFF << 56) || Self.hasEscape(high | 0xFF) { return false }
        guard high >> 63 == 0 else {
            counters.badLengths &+= 1
            return true
        }
        emit(
            Frame(high: high, low: 0),
            stamp: head >> 8,
            signal: UInt8(truncatingIfNeeded: head),
            arrival: arrival,
            into: &batch
        )
        return true
    }

    /// Gives out one frame, or holds it while the clock is not known.
    @inline(__always)
    private mutating func emit(
        _ frame: Frame,
        stamp: UInt64,
        signal: UInt8,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) {
        var ticks: UInt64? = stamp
        var origin = ReceivedFrame.Origin.received
        if stamp == 0 || BeastStamp.isMark(stamp) || stamp == BeastStamp.any {
            ticks = BeastStamp.ticks(stamp)
            origin = BeastStamp.origin(stamp)
        }
        if frame == marker { simulated = true }
        counters.frames &+= 1
        let timed = ticks == BeastStamp.doNotForward ? nil : ticks
        let time = clock.time(of: timed, arrival: arrival)
        let received = ReceivedFrame(
            frame: frame,
            time: time ?? arrival,
            ticks: ticks,
            level: SignalLevel.level(signal),
            origin: origin,
            receiver: receiver,
            isTimeExact: clock.isExact
        )
        if time != nil && held.isEmpty { batch.frames.append(received) } else { hold(received, into: &batch) }
    }

    private mutating func hold(_ frame: ReceivedFrame, into batch: inout FeedBatch) {
        held.append(frame)
        if clock.kind == nil, held.count >= Self.heldLimit { clock.settle() }
        if clock.kind != nil { releaseHeld(into: &batch) }
    }

    /// Gives out a Mode A/C reply, or holds it while the clock is not known.
    private mutating func reply(_ content: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        counters.modeAC &+= 1
        let ticks = BeastStamp.ticks(Self.word(content, at: 0, count: 6))
        let timed = ticks == BeastStamp.doNotForward ? nil : ticks
        let time = clock.time(of: timed, arrival: arrival)
        let received = ReceivedModeAC(
            reply: ModeACReply(rawValue: UInt16(Self.word(content, at: 7, count: 2))),
            time: time ?? arrival,
            ticks: ticks,
            level: SignalLevel.level(content[6]),
            receiver: receiver
        )
        if time != nil && heldModeAC.isEmpty {
            batch.modeAC.append(received)
        } else {
            heldModeAC.append(received)
            if clock.kind == nil, heldModeAC.count >= Self.heldLimit { clock.settle() }
            if clock.kind != nil { releaseHeld(into: &batch) }
        }
    }

    /// Gives held frames their time, now that the clock is known.
    private mutating func releaseHeld(into batch: inout FeedBatch) {
        counters.clockUncertain = clock.isUncertain ? 1 : 0
        for var frame in held {
            let timed = frame.ticks == BeastStamp.doNotForward ? nil : frame.ticks
            frame.time = clock.time(of: timed, arrival: frame.time) ?? frame.time
            frame.isTimeExact = clock.isExact
            batch.frames.append(frame)
        }
        held.removeAll(keepingCapacity: false)
        for var reply in heldModeAC {
            let timed = reply.ticks == BeastStamp.doNotForward ? nil : reply.ticks
            reply.time = clock.time(of: timed, arrival: reply.time) ?? reply.time
            batch.modeAC.append(reply)
        }
        heldModeAC.removeAll(keepingCapacity: false)
    }

    // MARK: The slower path: doubled bytes, rare types

    /// Reads any message.
    ///
    /// - Returns: where the next one may begin, or `nil` if bytes are missing.
    private mutating func message(
        _ type: UInt8,
        _ bytes: Span<UInt8>,
        at start: Int,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) -> Int? {
        let size: Int
        switch type {
        case 0x31: size = sender == .reader ? 1 : 9
        case 0x32: size = 14
        case 0x33, 0x34, 0x35: size = 21
        case 0xE3: size = 8
        case 0xE4: return identity(bytes, at: start)
        case 0x50: size = 3
        case 0x57: size = 1
        case 0xE8:
            counters.refusedClocks &+= 1
            return start + 2
        default:
            counters.unknownTypes &+= 1
            return start + 2
        }
        var content = [21 of UInt8](repeating: 0)
        var position = start + 2
        for index in 0..<size {
            guard position < bytes.count else { return nil }
            content[index] = bytes[position]
            if bytes[position] == Self.escape {
                guard position + 1 < bytes.count else { return nil }
                guard bytes[position + 1] == Self.escape else {
                    counters.brokenFrames &+= 1
                    return position
                }
                position += 1
            }
            position += 1
        }
        use(type, content: content.span.extracting(0..<size), arrival: arrival, into: &batch)
        return position
    }

    private mutating func use(_ type: UInt8, content: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        switch type {
        case 0x31 where sender == .reader:
            if content[0] == UInt8(ascii: "J") { wantsModeAC = true }
            if content[0] == UInt8(ascii: "j") { wantsModeAC = false }
            counters.ignored &+= 1
        case 0x31:
            let isEmpty = Self.word(content, at: 0, count: 8) == 0 && content[8] == 0
            if isEmpty { counters.heartbeats &+= 1 } else { reply(content, arrival: arrival, into: &batch) }
        case 0x32, 0x33:
            guard let frame = try? Frame(wire: content.extracting(7...)) else {
                counters.badLengths &+= 1
                return
            }
            emit(frame, stamp: Self.word(content, at: 0, count: 6), signal: content[6], arrival: arrival, into: &batch)
        case 0xE3:
            receiver = Self.word(content, at: 0, count: 8)
        default:
            counters.ignored &+= 1
        }
    }

    /// Reads the text of `e4`: 32 hexadecimal digits, dashes between them ignored.
    private mutating func identity(_ bytes: Span<UInt8>, at start: Int) -> Int? {
        var digits: [UInt8] = []
        var value: UInt64 = 0
        var position = start + 2
        while digits.count < 32 {
            // Four dashes are usual; more than 64 characters are not a name.
            guard position - start < 66 else { break }
            guard position < bytes.count else { return nil }
            if let digit = Hexadecimal.value(of: bytes[position]) {
                value = (value << 4 | value >> 60) ^ UInt64(digit)
                digits.append(Hexadecimal.upperDigit(digit) | 0x20)
            } else if bytes[position] != UInt8(ascii: "-") {
                break
            }
            position += 1
        }
        guard digits.count == 32 else {
            counters.brokenFrames &+= 1
            return position
        }
        if receiver == nil || receiver == connectionReceiver { receiver = value }
        connectionReceiver = value
        // The first one counts: a connection does not change whose it is.
        if shownKey == nil { shownKey = FeederKey(digits: digits) }
        return position
    }

    /// Up to eight bytes as a number, most significant first.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, at start: Int, count: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<count { value = value << 8 | UInt64(bytes[start + index]) }
        return value
    }

    /// Whether one of eight bytes is `1a`.
    @inline(__always)
    private static func hasEscape(_ word: UInt64) -> Bool {
        let zeroed = word ^ 0x1A1A_1A1A_1A1A_1A1A
        return (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080 != 0
    }
}
