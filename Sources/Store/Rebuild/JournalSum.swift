/// The running sum of a write-ahead log.
struct JournalSum {
    private var (first, second): (UInt32, UInt32) = (0, 0)

    /// - Parameter bytes: a multiple of eight.
    mutating func add(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
        var place = bytes.startIndex
        while place + 8 <= bytes.endIndex {
            first = first &+ Self.word(bytes, place, isBigEndian) &+ second
            second = second &+ Self.word(bytes, place + 4, isBigEndian) &+ first
            place += 8
        }
    }

    /// Whether a sum that was written, big endian, is this one.
    func matches(_ bytes: [UInt8], _ place: Int) -> Bool {
        DatabasePages.number(bytes, place) == first && DatabasePages.number(bytes, place + 4) == second
    }

    private static func word(_ bytes: ArraySlice<UInt8>, _ place: Int, _ isBigEndian: Bool) -> UInt32 {
        let (a, b, c, d) = (
            UInt32(bytes[place]), UInt32(bytes[place + 1]), UInt32(bytes[place + 2]), UInt32(bytes[place + 3])
        )
        return isBigEndian ? a << 24 | b << 16 | c << 8 | d : d << 24 | c << 16 | b << 8 | a
    }
}
