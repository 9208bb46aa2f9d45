import ModeS
import Testing

struct SyndromeTableTests {
    @Test("each wrong bit is found from the remainder alone", arguments: [56, 112])
    func syndromes(bits: Int) {
        let table = SyndromeTable()
        for bit in 1...bits {
            #expect(table.bit(leaving: CRC24.syndrome(ofBit: bit, frameBits: bits), frameBits: bits) == bit)
        }
        #expect(table.bit(leaving: 0, frameBits: bits) == nil)
        #expect(table.bit(leaving: 0x12_3456, frameBits: bits) == nil)
    }
}
