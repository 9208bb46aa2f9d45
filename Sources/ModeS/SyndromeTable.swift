/// Which single wrong bit leaves a given remainder behind.
public struct SyndromeTable: Sendable {
    private static let slots = 1024
    /// Remainder of bit 1…112 of a long frame; a short frame uses the last 56.
    private let syndromes: [UInt32]
    /// Open addressing: remainder << 8 | bit of the long frame; 0 is an empty slot.
    private let table: [UInt32]

    /// The table for both lengths of frame.
    public init() {
        let syndromes = (1...112).map { CRC24.syndrome(ofBit: $0, frameBits: 112) }
        var table = [UInt32](repeating: 0, count: Self.slots)
        for (index, syndrome) in syndromes.enumerated() {
            var slot = Self.slot(of: syndrome)
            while table[slot] != 0 { slot = (slot + 1) % Self.slots }
            table[slot] = syndrome << 8 | UInt32(index + 1)
        }
        self.syndromes = syndromes
        self.table = table
    }

    private static func slot(of syndrome: UInt32) -> Int { Int((syndrome &* 0x9E37_79B1) >> 22) }

    /// The remainder that a wrong bit (from 1) of a frame leaves.
    public func syndrome(ofBit bit: Int, frameBits: Int) -> UInt32 { syndromes[bit - 1 + 112 - frameBits] }

    /// The one bit (from 1) which alone leaves a remainder, if there is one in a frame of that length.
    public func bit(leaving remainder: UInt32, frameBits: Int) -> Int? {
        guard remainder != 0 else { return nil }
        var slot = Self.slot(of: remainder)
        while table[slot] != 0 {
            if table[slot] >> 8 == remainder {
                let bit = Int(table[slot] & 0xFF) - (112 - frameBits)
                return bit >= 1 ? bit : nil
            }
            slot = (slot + 1) % Self.slots
        }
        return nil
    }
}
