/// Finds a number by an address: one look into memory where a `Dictionary` takes several, and every message asks.
///
/// Open addressing with linear probing; an address and its number share a word. Grows with what it holds.
public struct AddressIndex: Sendable {
    /// Address plus 1 in the upper half, the number in the lower; 0 where nothing is.
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var shift: UInt64 = 64 - 10
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// - Parameter key: `AircraftAddress.rawValue`.
    public subscript(_ key: UInt32) -> Int? {
        @inline(__always) get {
            var place = home(key)
            while slots[place] != 0 {
                if UInt32(truncatingIfNeeded: slots[place] >> 32) == key &+ 1 {
                    return Int(UInt32(truncatingIfNeeded: slots[place]))
                }
                place = (place + 1) & (slots.count - 1)
            }
            return nil
        }
        set {
            if let newValue { put(key, newValue) } else { remove(key) }
        }
    }

    public subscript(_ address: AircraftAddress) -> Int? {
        @inline(__always) get { self[address.rawValue] }
        set { self[address.rawValue] = newValue }
    }

    /// All addresses and numbers, in no particular but always the same order.
    public var all: [(key: UInt32, number: Int)] {
        slots.lazy.filter { $0 != 0 }
            .map { (UInt32(truncatingIfNeeded: $0 >> 32) &- 1, Int(UInt32(truncatingIfNeeded: $0))) }
    }

    public mutating func removeAll() { self = AddressIndex() }

    @inline(__always)
    private func home(_ key: UInt32) -> Int {
        Int(truncatingIfNeeded: ((UInt64(key) &+ 1) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    private mutating func put(_ key: UInt32, _ number: Int) {
        if count * 2 >= slots.count { grow() }
        var place = home(key)
        while slots[place] != 0, UInt32(truncatingIfNeeded: slots[place] >> 32) != key &+ 1 {
            place = (place + 1) & (slots.count - 1)
        }
        if slots[place] == 0 { count += 1 }
        slots[place] = UInt64(key &+ 1) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        shift -= 1
        count = 0
        for slot in old where slot != 0 {
            put(UInt32(truncatingIfNeeded: slot >> 32) &- 1, Int(UInt32(truncatingIfNeeded: slot)))
        }
    }

    /// Takes an address out and closes the gap, so that those behind it are still found.
    private mutating func remove(_ key: UInt32) {
        var gap = home(key)
        while slots[gap] != 0, UInt32(truncatingIfNeeded: slots[gap] >> 32) != key &+ 1 {
            gap = (gap + 1) & (slots.count - 1)
        }
        guard slots[gap] != 0 else { return }
        count -= 1
        var place = gap
        while true {
            place = (place + 1) & (slots.count - 1)
            guard slots[place] != 0 else { break }
            let own = home(UInt32(truncatingIfNeeded: slots[place] >> 32) &- 1)
            // It may fill the gap if its own place does not lie behind that.
            let isBehind = gap <= place ? gap < own && own <= place : gap < own || own <= place
            if isBehind { continue }
            slots[gap] = slots[place]
            gap = place
        }
        slots[gap] = 0
    }
}
