import Aero
import Feeds
import ModeS

/// Frames and Mode A/C replies of one receiver in the order in which they came, as Beast and a column beside it.
///
/// Beast alone loses something: nanoseconds, whether a count was there, a repair. What is written is read back at once, and whatever came
/// out differently goes into the column beside; so a block gives again exactly what it was given, and any reader of Beast can read it.
struct RawFrameBlock: Sendable {
    var entries: [RawBatchEntry] = []
    var frames: [ReceivedFrame] = []
    var modeAC: [ReceivedModeAC] = []

    /// Messages of a block at most.
    static let most = 1 << 20

    var isEmpty: Bool { entries.isEmpty }

    /// What differs from what Beast gives.
    struct Differences: OptionSet {
        let rawValue: UInt8
        static let noTicks = Differences(rawValue: 1)
        static let noReceiver = Differences(rawValue: 2)
        static let isExact = Differences(rawValue: 4)
        static let level = Differences(rawValue: 8)
        static let weakBits = Differences(rawValue: 16)
        static let repaired = Differences(rawValue: 32)
        static let ticks = Differences(rawValue: 64)
    }

    // MARK: - Writing

    /// The Beast stream and the column beside it.
    func encoded() -> (beast: [UInt8], column: [UInt8]) {
        let beast = beastBytes()
        let plain = Self.decoded(beast)
        var runs = RawByteWriter()
        var values = RawByteWriter()
        var times = RawTimeColumn()
        var run: (differences: Differences, count: UInt64) = ([], 0)
        func note(_ differences: Differences) {
            if run.count > 0, run.differences != differences { flush() }
            run = (differences, run.count + 1)
        }
        func flush() {
            guard run.count > 0 else { return }
            runs.number(run.count)
            runs.fixed(run.differences.rawValue)
            run.count = 0
        }
        var frame = 0
        var reply = 0
        for entry in entries {
            times.begin(entry.arrived)
            for _ in 0..<entry.frames {
                let read = frame < plain.frames.count ? plain.frames[frame] : nil
                note(Self.differences(frames[frame], read, &values))
                times.add(frames[frame].time, ticks: read?.ticks)
                frame += 1
            }
            for _ in 0..<entry.modeAC {
                let read = reply < plain.modeAC.count ? plain.modeAC[reply] : nil
                note(Self.differences(modeAC[reply], read, &values))
                times.add(modeAC[reply].time, ticks: read?.ticks)
                reply += 1
            }
        }
        flush()
        var column = RawByteWriter()
        writeEntries(&column)
        let timeBytes = times.encoded()
        for part in [timeBytes, runs.bytes, values.bytes] { column.number(UInt64(part.count)) }
        column.append(timeBytes + runs.bytes + values.bytes)
        return (beast, column.bytes)
    }

    private func writeEntries(_ column: inout RawByteWriter) {
        column.number(UInt64(entries.count))
        var last: (sequence: UInt64, arrived: Int64) = (0, 0)
        for entry in entries {
            column.number(entry.sequence &- last.sequence)
            column.signed(entry.arrived.nanoseconds &- last.arrived)
            column.number(UInt64(entry.frames))
            column.number(UInt64(entry.modeAC))
            column.fixed(entry.flags.rawValue)
            last = (entry.sequence, entry.arrived.nanoseconds)
        }
    }

    private func beastBytes() -> [UInt8] {
        var encoder = BeastEncoder { $0 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24 * frames.count + 16 * modeAC.count)
        var frame = 0
        var reply = 0
        for entry in entries {
            for _ in 0..<entry.frames {
                var received = frames[frame]
                if !Self.isPlain(received.ticks) { received.ticks = nil }
                received.frame = received.frameAsReceived
                encoder.encode(received, into: &bytes)
                frame += 1
            }
            for _ in 0..<entry.modeAC {
                var received = modeAC[reply]
                if !Self.isPlain(received.ticks) { received.ticks = nil }
                encoder.encode(received, into: &bytes)
                reply += 1
            }
        }
        return bytes
    }

    /// Whether a count stands in Beast as it is: 48 bits that mean nothing else.
    private static func isPlain(_ ticks: UInt64?) -> Bool {
        guard let ticks else { return true }
        return ticks != 0 && ticks < 0xFFFF_FFFF_FFFF && ticks >> 8 != 0xFF_004D_4C41
    }

    /// What Beast alone gives.
    static func decoded(_ beast: [UInt8]) -> FeedBatch {
        // The instant is nobody's: times come from the column.
        let start = Timestamp(nanoseconds: 0)
        var decoder = BeastDecoder(time: .recording(start: start), clock: ClockKind.none)
        var batch = FeedBatch()
        decoder.decode(beast.span, arrival: start, into: &batch)
        decoder.finish(into: &batch)
        return batch
    }

    private static func differences(
        _ frame: ReceivedFrame,
        _ read: ReceivedFrame?,
        _ values: inout RawByteWriter
    ) -> Differences {
        var found = differences(
            ticks: (frame.ticks, read?.ticks),
            receiver: frame.receiver,
            level: (frame.level, read?.level),
            &values
        )
        if frame.isTimeExact { found.insert(.isExact) }
        if let weak = frame.weakParityBits {
            found.insert(.weakBits)
            values.number(UInt64(weak))
        }
        if frame.repairedBits > 0 || frame.frameAsReceived != frame.frame {
            found.insert(.repaired)
            let places = turned(frame)
            values.fixed(frame.repairedBits)
            values.fixed(UInt8(places.count))
            for place in places { values.fixed(place) }
        }
        return found
    }

    private static func differences(
        _ reply: ReceivedModeAC,
        _ read: ReceivedModeAC?,
        _ values: inout RawByteWriter
    ) -> Differences {
        differences(
            ticks: (reply.ticks, read?.ticks),
            receiver: reply.receiver,
            level: (reply.level, read?.level),
            &values
        )
    }

    private static func differences(
        ticks: (UInt64?, UInt64?),
        receiver: UInt64?,
        level: (Float?, Float?),
        _ values: inout RawByteWriter
    ) -> Differences {
        var found: Differences = []
        if ticks.0 != ticks.1 {
            if let count = ticks.0 {
                found.insert(.ticks)
                values.number(count)
            } else {
                found.insert(.noTicks)
            }
        }
        if receiver == nil { found.insert(.noReceiver) }
        if level.0?.bitPattern != level.1?.bitPattern {
            found.insert(.level)
            // A level that is no number is none.
            values.fixed(level.0?.bitPattern ?? Float.nan.bitPattern)
        }
        return found
    }

    /// The bits that repair turned over, counted from 1.
    private static func turned(_ frame: ReceivedFrame) -> [UInt8] {
        let before = frame.frameAsReceived
        return (1...112).filter { bit in
            let (one, other) = bit <= 64 ? (before.high, frame.frame.high) : (before.low, frame.frame.low)
            return (one ^ other) >> UInt64(63 - (bit - 1) % 64) & 1 == 1
        }.map { UInt8($0) }
    }

    // MARK: - Reading

    /// Reads a block.
    init(beast: [UInt8], column: [UInt8]) throws(RawDamage) {
        var reader = RawByteReader(column[...])
        entries = try Self.readEntries(&reader)
        let sizes = [try reader.count(column.count), try reader.count(column.count), try reader.count(column.count)]
        let rest = reader.rest()
        guard sizes.reduce(0, +) == rest.count else { throw .cutOff }
        let second = rest.startIndex + sizes[0]
        let third = second + sizes[1]
        let plain = Self.decoded(beast)
        frames = plain.frames
        modeAC = plain.modeAC
        guard frames.count == entries.reduce(0, { $0 + $1.frames }),
            modeAC.count == entries.reduce(0, { $0 + $1.modeAC })
        else { throw .nonsense }
        var times = try RawTimeColumn.Reader(rest[..<second])
        var runs = RunReader(rest[second..<third])
        var values = RawByteReader(rest[third...])
        var frame = 0
        var reply = 0
        for entry in entries {
            times.begin(entry.arrived)
            for _ in 0..<entry.frames {
                let ticks = frames[frame].ticks
                frames[frame].time = try times.next(ticks: ticks)
                try Self.restore(&frames[frame], runs.next(), &values)
                frame += 1
            }
            for _ in 0..<entry.modeAC {
                let ticks = modeAC[reply].ticks
                modeAC[reply].time = try times.next(ticks: ticks)
                try Self.restore(&modeAC[reply], runs.next(), &values)
                reply += 1
            }
        }
    }

    init() {}

    private struct RunReader {
        private var reader: RawByteReader
        private var run: (differences: Differences, count: UInt64) = ([], 0)

        init(_ bytes: ArraySlice<UInt8>) { reader = RawByteReader(bytes) }

        mutating func next() throws(RawDamage) -> Differences {
            while run.count == 0 {
                let count = try reader.number()
                run = (Differences(rawValue: try reader.byte()), count)
            }
            run.count -= 1
            return run.differences
        }
    }

    private static func readEntries(_ reader: inout RawByteReader) throws(RawDamage) -> [RawBatchEntry] {
        let count = try reader.count(most)
        var entries: [RawBatchEntry] = []
        var last: (sequence: UInt64, arrived: Int64) = (0, 0)
        var messages = 0
        for _ in 0..<count {
            let sequence = last.sequence &+ (try reader.number())
            let arrived = last.arrived &+ (try reader.signed())
            let frames = try reader.count(most)
            let modeAC = try reader.count(most)
            messages += frames + modeAC
            guard messages <= most else { throw .nonsense }
            let flags = RawBatchEntry.Flags(rawValue: try reader.byte())
            entries.append(
                RawBatchEntry(
                    sequence: sequence,
                    arrived: Timestamp(nanoseconds: arrived),
                    frames: frames,
                    modeAC: modeAC,
                    flags: flags
                )
            )
            last = (sequence, arrived)
        }
        return entries
    }

    private static func restore(
        _ frame: inout ReceivedFrame,
        _ found: Differences,
        _ values: inout RawByteReader
    ) throws(RawDamage) {
        frame.ticks = try ticks(frame.ticks, found, &values)
        if found.contains(.noReceiver) { frame.receiver = nil }
        frame.level = try level(frame.level, found, &values)
        frame.isTimeExact = found.contains(.isExact)
        if found.contains(.weakBits) {
            guard let weak = UInt32(exactly: try values.number()) else { throw .nonsense }
            frame.weakParityBits = weak
        }
        guard found.contains(.repaired) else { return }
        let bits = try values.byte()
        let count = try values.byte()
        guard count <= 4 else { throw .nonsense }
        var repaired = frame.frame
        for _ in 0..<count {
            let place = Int(try values.byte())
            guard place > 1, place <= repaired.bitCount else { throw .nonsense }
            repaired = repaired.flipping(bit: place)
        }
        if count > 0 { frame.repair(to: repaired, bits: bits) } else { frame.repairedBits = bits }
    }

    private static func restore(
        _ reply: inout ReceivedModeAC,
        _ found: Differences,
        _ values: inout RawByteReader
    ) throws(RawDamage) {
        reply.ticks = try ticks(reply.ticks, found, &values)
        if found.contains(.noReceiver) { reply.receiver = nil }
        reply.level = try level(reply.level, found, &values)
    }

    private static func ticks(
        _ read: UInt64?,
        _ found: Differences,
        _ values: inout RawByteReader
    ) throws(RawDamage) -> UInt64? {
        if found.contains(.ticks) { return try values.number() }
        return found.contains(.noTicks) ? nil : read
    }

    private static func level(
        _ read: Float?,
        _ found: Differences,
        _ values: inout RawByteReader
    ) throws(RawDamage) -> Float? {
        guard found.contains(.level) else { return read }
        let level = Float(bitPattern: try values.fixed(UInt32.self))
        return level.isNaN ? nil : level
    }
}
