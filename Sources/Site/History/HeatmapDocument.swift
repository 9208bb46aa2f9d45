import Aero
import ModeS
import Tracking

/// Half an hour of all paths in readsb's heat map form: entries of 16 bytes, little endian; first where each slice begins, then the slices.
///
/// - Source: docs/http-api.md, "Heat map".
struct HeatmapDocument {
    /// Seconds that one holds.
    static let length = 1800.0
    /// Seconds between slices.
    static let interval = 30.0
    private static let magic: UInt32 = 0x0E7F_7C9D
    private static let entry = 16
    private static let onGround: Int16 = -123
    private static let noAltitude: Int16 = -124
    /// Names are told once a minute.
    private static let slicesBetweenNames = 2

    let paths: [FlownPath]

    init(paths: [FlownPath]) { self.paths = paths }
    init(tracks: [Track]) { paths = tracks.map { FlownPath($0) } }

    /// The slices from `start` on, the last not after `end`.
    ///
    /// - Parameters:
    ///   - start: a full half hour.
    ///   - end: when the half hour is over, or now if that is earlier.
    /// - Returns: `nil` when nobody was anywhere.
    func bytes(from start: Timestamp, until end: Timestamp) -> [UInt8]? {
        let count = min(Int(HeatmapDocument.length / Self.interval), Int(end.seconds(since: start) / Self.interval) + 1)
        guard end >= start, count > 0 else { return nil }
        var body: [UInt8] = []
        var starts: [Int] = []
        var named: Set<Int> = []
        var isEmpty = true
        for slice in 0..<count {
            let time = start.advanced(bySeconds: Double(slice) * Self.interval)
            starts.append(count + body.count / Self.entry)
            appendHeader(time, to: &body)
            if slice % Self.slicesBetweenNames == 0 { named.removeAll(keepingCapacity: true) }
            for (index, path) in paths.enumerated() {
                guard let sample = PathSample(path, at: time) else { continue }
                isEmpty = false
                if !named.contains(index), let name = path.name(at: time) {
                    named.insert(index)
                    append(name, path.address, to: &body)
                }
                append(sample, path.address, to: &body)
            }
        }
        return isEmpty ? nil : Self.table(starts) + body
    }

    private static func table(_ starts: [Int]) -> [UInt8] {
        var table = [UInt8](repeating: 0, count: starts.count * entry)
        var target = table.mutableSpan
        for (index, start) in starts.enumerated() { target.put(UInt32(clamping: start), at: index * entry) }
        return table
    }

    private func appendHeader(_ time: Timestamp, to body: inout [UInt8]) {
        let milliseconds = UInt64(bitPattern: time.milliseconds)
        let at = Self.room(in: &body)
        var target = body.mutableSpan
        target.put(Self.magic, at: at)
        target.put(UInt32(truncatingIfNeeded: milliseconds >> 32), at: at + 4)
        target.put(UInt32(truncatingIfNeeded: milliseconds), at: at + 8)
        target.put(UInt16(Self.interval * 1000), at: at + 12)
    }

    /// The form has no "not known" for the code: without one it is 0.
    private func append(_ name: TrailName, _ address: AircraftAddress, to body: inout [UInt8]) {
        let digits = name.squawk.map { UInt32($0.description) ?? 0 } ?? 0
        let at = Self.room(in: &body)
        var target = body.mutableSpan
        target.put(address.rawValue, at: at)
        target.put(1 << 30 | digits, at: at + 4)
        if let callsign = name.callsign { target.put(callsign, length: 8, filler: UInt8(ascii: " "), at: at + 8) }
    }

    private func append(_ sample: PathSample, _ address: AircraftAddress, to body: inout [UInt8]) {
        let at = Self.room(in: &body)
        var target = body.mutableSpan
        target.put(address.rawValue | UInt32(sample.sourceClass.rawValue) << 27, at: at)
        target.put(sample.latitude, times: 1e6, as: Int32.self, at: at + 4)
        target.put(sample.longitude, times: 1e6, as: Int32.self, at: at + 8)
        target.put(Self.altitude(sample), at: at + 12)
        let speed = sample.groundSpeed.map { max(0, Int16(nearest: $0 * 10)) } ?? -1
        target.put(speed, at: at + 14)
    }

    private static func altitude(_ sample: PathSample) -> Int16 {
        if sample.isOnGround { return onGround }
        guard let altitude = sample.altitude else { return noAltitude }
        // No height that is flown is as low as the two numbers that mean something else.
        return max(onGround + 1, Int16(nearest: altitude / 25))
    }

    private static func room(in body: inout [UInt8]) -> Int {
        let start = body.count
        body.append(contentsOf: repeatElement(0, count: entry))
        return start
    }
}
