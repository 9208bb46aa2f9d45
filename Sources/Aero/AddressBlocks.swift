/// Which state a 24-bit address was given out by.
///
/// - Source: ICAO Annex 10 Vol III, table 9-1; see `AddressBlocks+Table.swift` for where the copy comes from.
public enum AddressBlocks {
    /// One state's block.
    public struct Block: Hashable, Sendable {
        /// Its first address.
        public let first: UInt32
        /// Its last address.
        public let last: UInt32
        public let state: StateCode
    }

    /// The state whose block holds the address.
    ///
    /// - Returns: `nil` for an address that is not ICAO's, and for blocks that no state has.
    public static func state(of address: AircraftAddress) -> StateCode? {
        guard address.isICAO else { return nil }
        return block(of: address.bits)?.state
    }

    /// All blocks, ascending; none overlaps another.
    public static let all: [Block] = parse()

    private static func block(of bits: UInt32) -> Block? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].last < bits { low = middle + 1 } else { high = middle }
        }
        guard low < all.count, all[low].first <= bits else { return nil }
        return all[low]
    }

    private static func parse() -> [Block] {
        text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let cells = line.split(separator: UInt8(ascii: " "))
            guard cells.count == 3, let first = UInt32(Substring(cells[0]), radix: 16),
                let bits = UInt32(Substring(cells[1])),
                bits <= 24, let state = StateCode(Substring(cells[2]))
            else { return nil }
            return Block(first: first, last: first + (1 << bits) - 1, state: state)
        }
    }
}
