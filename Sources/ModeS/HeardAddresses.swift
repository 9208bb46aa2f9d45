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
    private var entries: [UInt32: Entry] = [:]

    private struct Entry {
        var first: Timestamp
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
        if let known = entries[key], time.seconds(since: known.last) <= memorySeconds {
            entries[key] = Entry(first: known.first, last: max(known.last, time), count: known.count + 1)
            return false
        }
        if entries.count >= capacity { makeRoom(at: time) }
        entries[key] = Entry(first: time, last: time, count: 1)
        return true
    }

    /// How many clean frames of an address were heard without a silence longer than the memory, up to `time`; 0 when none lately.
    public func count(of bits: UInt32, at time: Timestamp) -> Int {
        guard let known = entries[bits & 0xFF_FFFF], time.seconds(since: known.last) <= memorySeconds else { return 0 }
        return known.count
    }

    /// Whether the address was heard clean within the memory.
    public func contains(_ bits: UInt32, at time: Timestamp) -> Bool { count(of: bits, at: time) > 0 }

    /// How many addresses are kept, the outdated among them.
    public var size: Int { entries.count }

    private mutating func makeRoom(at time: Timestamp) {
        entries = entries.filter { time.seconds(since: $0.value.last) <= memorySeconds }
        guard entries.count > capacity * 3 / 4 else { return }
        let keep = entries.sorted { ($0.value.last, $0.key) > ($1.value.last, $1.key) }.prefix(capacity * 3 / 4)
        entries = Dictionary(uniqueKeysWithValues: keep.map { ($0.key, $0.value) })
    }
}
