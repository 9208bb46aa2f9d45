/// Many short texts behind each other in one array: a tenth of the memory of as many `String`s.
struct TextPool: Sendable {
    /// Bytes above which nothing is taken any more: 256 MiB.
    static let largest = 1 << 28

    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// Bytes of all texts.
    var size: Int { bytes.count }

    /// Keeps a text.
    ///
    /// - Returns: its number; `nil` if the pool is full.
    mutating func add(_ text: String) -> UInt32? {
        guard bytes.count + text.utf8.count <= TextPool.largest, ends.count < Int(UInt32.max) - 1 else { return nil }
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
        return UInt32(ends.count - 1)
    }

    /// Gives back the room kept for growing.
    mutating func fit() {
        bytes = Array(bytes[...])
        ends = Array(ends[...])
    }

    /// A text by the number `add` gave it.
    subscript(number: UInt32) -> String {
        String(decoding: bytes(of: number), as: UTF8.self)
    }

    /// Its bytes.
    func bytes(of number: UInt32) -> ArraySlice<UInt8> {
        let index = Int(number)
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }
}
