import Aero
import ModeS

/// Reads AVR text: one frame a line, `*hex;` and its relatives with time stamp and signal.
///
/// | form | meaning |
/// |---|---|
/// | `*hex;` `:hex;` | a frame |
/// | `*hex;(S,Q,T)` | the same with signal, quality in mV and time since the last pulse a second; the three are dropped, for mV without full scale are no level |
/// | `@` or `%`, 12 digits of time, `hex;` | with time stamp |
/// | `<`, 12 digits of time, 2 of signal, `hex;` | with time stamp and signal |
/// | four digits in place of a frame | a Mode A/C reply; `*0000;` a sign of life |
/// | `hex` | a frame as lists of frames have it |
public struct AVRDecoder: LineDecoder {
    public internal(set) var counters = WireCounters()

    var lines: LineStream
    private var clock: StreamClock
    private var held: [ReceivedFrame] = []
    private var heldModeAC: [ReceivedModeAC] = []

    private static let heldLimit = 4096

    /// A decoder for one connection or file.
    ///
    /// - Parameters:
    ///   - time: where dates come from. In a recording frames without a time stamp all get the time of the last one that has one.
    ///   - clock: what the stamps count; `nil` to find out.
    public init(time: TimeBase = .arrival, clock: ClockKind? = nil) {
        self.clock = StreamClock(base: time, kind: clock)
        lines = LineStream(base: time, hasSignsOfLife: false)
    }

    public mutating func finish(into batch: inout FeedBatch) {
        readUnfinished(arrival: Timestamp(nanoseconds: 0), into: &batch)
        if clock.kind == nil, !held.isEmpty || !heldModeAC.isEmpty { clock.settle() }
        releaseHeld(into: &batch)
        close(&batch)
    }

    public mutating func restart() {
        lines.restart()
        held.removeAll(keepingCapacity: false)
        heldModeAC.removeAll(keepingCapacity: false)
        clock.restart()
    }

    mutating func settle(_ batch: inout FeedBatch) {
        counters.clockDisagreements = clock.disagreements
        counters.clockUncertain = clock.isUncertain ? 1 : 0
    }

    mutating func read(line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        let prefix: Int
        switch line[0] {
        case UInt8(ascii: "*"), UInt8(ascii: ":"): prefix = 0
        case UInt8(ascii: "@"), UInt8(ascii: "%"): prefix = 12
        case UInt8(ascii: "<"): prefix = 14
        default:
            if !bareFrame(line, arrival: arrival, into: &batch) { counters.garbageLines &+= 1 }
            return
        }
        guard let end = Self.firstIndex(of: UInt8(ascii: ";"), in: line), end > prefix,
            Self.isTrailer(line, from: end + 1),
            let stamp = Self.number(line, 1..<1 + min(prefix, 12)),
            let signal = Self.number(line, 1 + min(prefix, 12)..<1 + prefix)
        else {
            counters.garbageLines &+= 1
            return
        }
        frame(
            line.extracting(1 + prefix..<end),
            stamp: prefix == 0 ? 0 : stamp,
            signal: UInt8(truncatingIfNeeded: signal),
            arrival: arrival,
            into: &batch
        )
    }

    private mutating func bareFrame(_ line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) -> Bool {
        guard line.count == 14 || line.count == 28 else { return false }
        for index in 0..<line.count where Hexadecimal.value(of: line[index]) == nil { return false }
        frame(line, stamp: 0, signal: 0, arrival: arrival, into: &batch)
        return true
    }

    /// Reads the digits of a frame: 4 (Mode A/C), 14 or 28.
    private mutating func frame(
        _ digits: Span<UInt8>,
        stamp: UInt64,
        signal: UInt8,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) {
        guard digits.count == 4 || digits.count == 14 || digits.count == 28,
            let first = Self.number(digits, 0..<min(16, digits.count)),
            let rest = Self.number(digits, min(16, digits.count)..<digits.count)
        else {
            counters.garbageLines &+= 1
            return
        }
        if digits.count == 4 {
            let bits = UInt16(truncatingIfNeeded: first)
            if bits == 0 {
                counters.heartbeats &+= 1
            } else {
                reply(bits, stamp: stamp, signal: signal, arrival: arrival, into: &batch)
            }
            return
        }
        let high = digits.count == 28 ? first : first << 8
        guard (high >> 63 == 1) == (digits.count == 28) else {
            counters.badLengths &+= 1
            return
        }
        let ticks = BeastStamp.ticks(stamp)
        let timed = ticks == BeastStamp.doNotForward ? nil : ticks
        let time = clock.time(of: timed, arrival: arrival)
        let frame = Frame(high: high, low: rest << 16)
        if SimulationMarker.matches(frame) { lines.isSimulated = true }
        counters.frames &+= 1
        let received = ReceivedFrame(
            frame: frame,
            time: time ?? arrival,
            ticks: ticks,
            level: SignalLevel.level(signal),
            origin: BeastStamp.origin(stamp),
            isTimeExact: clock.isExact
        )
        if time != nil && held.isEmpty { batch.frames.append(received) } else { hold(received, into: &batch) }
    }

    /// Gives out a Mode A/C reply, or holds it while the clock is not known.
    private mutating func reply(
        _ bits: UInt16,
        stamp: UInt64,
        signal: UInt8,
        arrival: Timestamp,
        into batch: inout FeedBatch
    ) {
        counters.modeAC &+= 1
        let ticks = BeastStamp.ticks(stamp)
        let timed = ticks == BeastStamp.doNotForward ? nil : ticks
        let time = clock.time(of: timed, arrival: arrival)
        let received = ReceivedModeAC(
            reply: ModeACReply(rawValue: bits),
            time: time ?? arrival,
            ticks: ticks,
            level: SignalLevel.level(signal)
        )
        if time != nil && heldModeAC.isEmpty {
            batch.modeAC.append(received)
        } else {
            heldModeAC.append(received)
            if clock.kind == nil, heldModeAC.count >= Self.heldLimit { clock.settle() }
            if clock.kind != nil { releaseHeld(into: &batch) }
        }
    }

    private mutating func hold(_ frame: ReceivedFrame, into batch: inout FeedBatch) {
        held.append(frame)
        if clock.kind == nil, held.count >= Self.heldLimit { clock.settle() }
        if clock.kind != nil { releaseHeld(into: &batch) }
    }

    private mutating func releaseHeld(into batch: inout FeedBatch) {
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

    /// Up to 16 hexadecimal digits as a number, 0 for none; `nil` if another character is among them.
    private static func number(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
        guard range.upperBound <= line.count else { return nil }
        var value: UInt64 = 0
        for index in range {
            guard let digit = Hexadecimal.value(of: line[index]) else { return nil }
            value = value << 4 | UInt64(digit)
        }
        return value
    }

    private static func firstIndex(of byte: UInt8, in line: Span<UInt8>) -> Int? {
        for index in 0..<line.count where line[index] == byte { return index }
        return nil
    }

    /// Nothing, or `(S,Q,T)`.
    private static func isTrailer(_ line: Span<UInt8>, from start: Int) -> Bool {
        if start >= line.count { return true }
        return line[start] == UInt8(ascii: "(") && line[line.count - 1] == UInt8(ascii: ")")
    }
}
