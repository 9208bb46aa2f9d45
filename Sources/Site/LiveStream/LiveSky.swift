import Aero
import Tracking

/// A snapshot in the columns of the live stream, made once a second for all views. Sorted by address.
struct LiveSky: Sendable {
    let time: Timestamp
    /// Flags of the frames: bit 0 simulated, bit 1 not yet known.
    let flags: UInt8
    let rows: [LiveRow]
    let strings: [LiveStrings]

    init(_ snapshot: SkySnapshot) {
        let time = snapshot.time
        self.time = time
        flags = LiveSky.flags(of: snapshot.provenance)
        let order = LiveSky.order(of: snapshot.aircraft)
        rows = order.map { LiveRow(snapshot.aircraft[$0], at: time) }
        strings = order.map { LiveStrings(snapshot.aircraft[$0]) }
    }

    static func flags(of provenance: Provenance) -> UInt8 {
        switch provenance {
        case .real: 0
        case .simulated: 1
        case .undetermined: 2
        }
    }

    /// Indices by ascending address; of an address that is there twice, the first.
    private static func order(of aircraft: [TrackSummary]) -> [Int] {
        var keys: [UInt64] = []
        keys.reserveCapacity(aircraft.count)
        var isAscending = true
        var last: UInt64 = 0
        for index in aircraft.indices {
            let key = UInt64(aircraft[index].address.rawValue) << 32 | UInt64(truncatingIfNeeded: index)
            if index > 0, key >> 32 <= last >> 32 { isAscending = false }
            last = key
            keys.append(key)
        }
        guard !isAscending else { return Array(aircraft.indices) }
        keys.sort()
        var order: [Int] = []
        order.reserveCapacity(keys.count)
        var previous: UInt64?
        for key in keys where key >> 32 != previous {
            order.append(Int(key & 0xFFFF_FFFF))
            previous = key >> 32
        }
        return order
    }
}
