public import Aero

/// Which ICAO addresses were heard without doubt lately, and how often: the only ones an address recovered from parity may name.
///
/// "Without doubt" is a frame whose parity stands by itself: DF11 with remainder 0, DF17, DF18 with control field 0, not repaired.
/// Bounded: when full, addresses not heard within the memory are dropped first, then the oldest.
public struct HeardAddresses: Sendable {
    /// How long an address counts as heard, in seconds.
    public let memorySeconds: Double
    /// The most addresses kept.
    public let capacity: Int
    /// Places in `entries` by address.
    private var index = AddressIndex()
    private var entries: [Entry] = []

    private struct Entry {
        var address: UInt32
        var last: Timestamp
        var count: Int
    }

    /// An empty memory.
    ///
    /// - Parameters:
    ///   - memorySeconds: 60 by the decoding rules.
    ///   - capacity: at least 16.
    public init(memorySeconds: Double = 60, capacity: Int = 65_536) {
        precondition(capacity >= 16, "too small to be of use")
        self.memorySeconds = memorySeconds
        self.capacity = capacity
    }

    /// Notes a clean frame of an address; only the low 24 bits are used.
    ///
    /// - Returns: whether the address was not known, or silent for longer than the memory: it has become active.
    @discardableResult
    public mutating func hear(_ bits: UInt32, at time: Timestamp) -> Bool {
        let key = bits & 0xFF_FFFF
        if let place = index[key] {
            let isActive = time.seconds(since: entries[place].last) <= memorySeconds
            entries[place].count = isActive ? entries[place].count + 1 : 1
            entries[place].last = isActive ? max(entries[place].last, time) : time
            return !isActive
        }
        if entries.count >= capacity { makeRoom(at: time) }
        index[key] = entries.count
        entries.append(Entry(address: key, last: time, count: 1))
        return true
    }

    /// How many clean frames of an address were heard without a silence longer than the memory, up to `time`; 0 when none lately.
    public func count(of bits: UInt32, at time: Timestamp) -> Int {
        guard let place = index[bits & 0xFF_FFFF], time.seconds(since: entries[place].last) <= memorySeconds else {
            return 0
        }
        return entries[place].count
    }

    /// Whether the address was heard clean within the memory.
    public func contains(_ bits: UInt32, at time: Timestamp) -> Bool { count(of: bits, at: time) > 0 }

    /// How many addresses are kept, the outdated among them.
    public var size: Int { entries.count }

    private mutating func makeRoom(at time: Timestamp) {
        var kept = entries.filter { time.seconds(since: $0.last) <= memorySeconds }
        if kept.count > capacity * 3 / 4 {
            kept.sort { ($0.last, $0.address) > ($1.last, $1.address) }
            kept.removeLast(kept.count - capacity * 3 / 4)
        }
        index.removeAll()
        for (place, entry) in kept.enumerated() { index[entry.address] = place }
        entries = kept
    }
}
