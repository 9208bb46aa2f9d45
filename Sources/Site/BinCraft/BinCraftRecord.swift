import Aero
import ModeS
import Tracking

/// One aircraft in binCraft. What is not known, or not current any more, has its valid bit at 0.
///
/// Offsets are those of docs/http-api.md, "binCraft".
struct BinCraftRecord {
    let now: Timestamp
    private var bytes = [112 of UInt8](repeating: 0)
    private var valid: BinCraftValidity = []

    init(_ track: Track, _ identity: AircraftIdentity, at now: Timestamp) {
        self.now = now
        put(track.address.rawValue, at: 0)
        put(max(0, now.seconds(since: track.lastHeard)), times: 10, as: Int32.self, at: 4)
        writePosition(track)
        writeMotion(track)
        writeSelections(track)
        writeAir(track)
        writeCodes(track)
        writeQuality(track)
        put(UInt16(truncatingIfNeeded: track.messages), at: 62)
        put(UInt16(identity.flags.rawValue), at: 86)
        if let type = identity.type { put(type, length: 4, filler: 0, at: 88) }
        if let registration = identity.registration { put(registration, length: 12, filler: 0, at: 92) }
        put(UInt8(clamping: track.feeds.count), at: 104)
        put(Self.signal(track.level), at: 105)
        put(UInt32(truncatingIfNeeded: valid.rawValue), at: 73)
        put(UInt8(truncatingIfNeeded: valid.rawValue >> 32), at: 77)
    }

    /// Puts the record where it belongs.
    func copy(to target: inout MutableSpan<UInt8>, at start: Int) {
        for index in bytes.indices { target[start + index] = bytes[index] }
    }

    // MARK: - Fields

    mutating func put(_ number: some FixedWidthInteger, at offset: Int) {
        var span = bytes.mutableSpan
        span.put(number, at: offset)
    }

    mutating func put<Number: FixedWidthInteger>(
        _ value: Double,
        times factor: Double,
        as type: Number.Type,
        at offset: Int
    ) {
        var span = bytes.mutableSpan
        span.put(value, times: factor, as: type, at: offset)
    }

    mutating func put(_ text: String, length: Int, filler: UInt8, at offset: Int) {
        var span = bytes.mutableSpan
        span.put(text, length: length, filler: filler, at: offset)
    }

    mutating func mark(_ field: BinCraftValidity) { valid.insert(field) }

    /// A number in steps, valid while it is current.
    mutating func put<Value: Quantity, Number: FixedWidthInteger>(
        _ known: Known<Value>?,
        _ field: BinCraftValidity,
        times factor: Double,
        as type: Number.Type,
        at offset: Int
    ) {
        guard let value = current(known) else { return }
        mark(field)
        put(value.rawValue, times: factor, as: type, at: offset)
    }

    mutating func put<Number: FixedWidthInteger>(
        _ known: Known<Double>?,
        _ field: BinCraftValidity,
        times factor: Double,
        as type: Number.Type,
        at offset: Int
    ) {
        guard let value = current(known) else { return }
        mark(field)
        put(value, times: factor, as: type, at: offset)
    }

    /// A value that is not too old to be given.
    func current<Value>(_ known: Known<Value>?) -> Value? {
        known.flatMap { $0.isCurrent(at: now) ? $0.value : nil }
    }
}
