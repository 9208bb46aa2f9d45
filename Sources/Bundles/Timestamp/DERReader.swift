/// Reads DER, one value after the other, within bounds.
///
/// - Source: ITU-T X.690, 8.1 and 10.1: definite lengths in their shortest form; tags of one byte, as time stamps have no others.
struct DERReader {
    enum Tag {
        static let boolean: UInt8 = 0x01
        static let integer: UInt8 = 0x02
        static let octets: UInt8 = 0x04
        static let object: UInt8 = 0x06
        static let time: UInt8 = 0x18
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        /// `[0]`, with a value in it.
        static let zero: UInt8 = 0xA0
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    var isAtEnd: Bool { at == bytes.endIndex }

    /// The content of the next value, which has to be of a kind.
    mutating func content(_ tag: UInt8) throws(TimeStampError) -> ArraySlice<UInt8> {
        guard at < bytes.endIndex, bytes[at] == tag else { throw .unreadable }
        at += 1
        let count = try length()
        guard count <= bytes.endIndex - at else { throw .unreadable }
        defer { at += count }
        return bytes[at..<(at + count)]
    }

    /// What is in the next value, to be read in turn.
    mutating func inside(_ tag: UInt8) throws(TimeStampError) -> DERReader { DERReader(try content(tag)) }

    private mutating func length() throws(TimeStampError) -> Int {
        guard at < bytes.endIndex else { throw .unreadable }
        let first = bytes[at]
        at += 1
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...4).contains(count), bytes.endIndex - at >= count else { throw .unreadable }
        let value = bytes[at..<(at + count)].reduce(0) { $0 << 8 | Int($1) }
        at += count
        guard value >= 0x80, count == 1 || value >> (8 * (count - 1)) > 0 else { throw .unreadable }
        return value
    }
}
