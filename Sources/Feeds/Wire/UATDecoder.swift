import Aero
import ModeS

/// Reads UAT text as dump978 prints it: one frame a line, `-hex;` and what the receiver knows of it.
///
/// | form | meaning |
/// |---|---|
/// | `-hex;` | a downlink frame, 18 or 34 bytes |
/// | `rs=N;` behind it | bytes that error correction changed |
/// | `rssi=-12.3;` | power in dBFS |
/// | `t=1718712345.678;` | seconds since 1970 |
/// | `+hex;…` | an uplink frame: counted in `uplinks`, not read |
/// | `!key=value;…` | about the receiver: counted in `ignored` |
///
/// Other fields are passed over. The form has no label for simulated data.
public struct UATDecoder: LineDecoder {
    public internal(set) var counters = WireCounters()

    var lines: LineStream

    /// A decoder for one connection or file.
    ///
    /// - Parameter time: where dates come from. In a recording a frame without a time gets that of the one before it; live, a time
    ///   more than 2 s off its arrival is not believed, and counted in `clockDisagreements`.
    public init(time: TimeBase = .arrival) {
        lines = LineStream(base: time, hasSignsOfLife: false)
    }

    mutating func read(line: Span<UInt8>, arrival: Timestamp, into batch: inout FeedBatch) {
        switch line[0] {
        case UInt8(ascii: "-"): break
        case UInt8(ascii: "+"):
            counters.uplinks &+= 1
            return
        case UInt8(ascii: "!"):
            counters.ignored &+= 1
            return
        default:
            counters.garbageLines &+= 1
            return
        }
        var end = 1
        while end < line.count, line[end] != UInt8(ascii: ";") { end += 1 }
        guard end < line.count else {
            counters.garbageLines &+= 1
            return
        }
        let frame: UATFrame
        do { frame = try UATFrame(hex: line.extracting(1..<end)) } catch {
            switch error {
            case .badLength, .lengthContradictsType: counters.badLengths &+= 1
            case .notHexadecimal: counters.garbageLines &+= 1
            }
            return
        }
        let notes = notes(line.extracting((end + 1)...))
        counters.frames &+= 1
        batch.uat.append(
            ReceivedUAT(
                frame: frame,
                time: time(notes.time, arrival: arrival),
                level: notes.level.map { Float($0) },
                correctedBytes: UInt8(notes.corrected ?? 0)
            )
        )
    }

    private mutating func time(_ own: Double?, arrival: Timestamp) -> Timestamp {
        // To the microsecond, exactly: nanoseconds of today are more than a Double holds.
        let own = own.map { Timestamp(nanoseconds: Int64(($0 * 1e6).rounded()) * 1000) }
        return time(own, arrival: arrival)
    }

    // MARK: - What stands behind a frame

    private struct Notes {
        var corrected: Double?
        var level: Double?
        var time: Double?
    }

    /// The first and the last second believed: 1970 and 2200.
    private static let times = 0.0...7_258_118_400

    private mutating func notes(_ text: Span<UInt8>) -> Notes {
        var notes = Notes()
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: ";") { end += 1 }
            note(text.extracting(start..<end), &notes)
            start = end + 1
        }
        return notes
    }

    private mutating func note(_ field: Span<UInt8>, _ notes: inout Notes) {
        var equals = 0
        while equals < field.count, field[equals] != UInt8(ascii: "=") { equals += 1 }
        guard equals < field.count else { return }
        let value = DecimalNumber.read(field.extracting((equals + 1)...))
        let key = field.extracting(0..<equals)
        if Self.isEqual(key, "rs") {
            notes.corrected = bounded(value, 0...255)?.rounded(.down)
        } else if Self.isEqual(key, "rssi") {
            notes.level = bounded(value, -200...100)
        } else if Self.isEqual(key, "t") {
            notes.time = bounded(value, Self.times)
        }
    }

    private static func isEqual(_ key: Span<UInt8>, _ name: String) -> Bool {
        key.count == name.utf8.count && zip(0..<key.count, name.utf8).allSatisfy { key[$0] == $1 }
    }

    private mutating func bounded(_ value: Double?, _ range: ClosedRange<Double>) -> Double? {
        if let value, range.contains(value) { return value }
        counters.badFields &+= 1
        return nil
    }
}
