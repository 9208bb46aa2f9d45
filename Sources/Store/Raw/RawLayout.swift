import Aero
import Foundation

/// How a slice lies in its file: frames of zstd that any tool unpacks to plain Beast (or lines of JSON), and between them skippable
/// frames, which tools pass over: the head, a label before each block and the column behind it, and the end.
///
/// - Source: RFC 8878, 3.1.2 (skippable frames).
enum RawLayout {
    enum Part: UInt8 {
        case head = 1
        case label = 2
        case column = 3
        case end = 4
    }

    /// One of the sixteen magic numbers of skippable frames, and ours within it.
    static let magic: [UInt8] = [0x5B, 0x2A, 0x4D, 0x18]
    static let mark = [UInt8]("PLKR".utf8)
    /// Magic, length, mark, part.
    static let overhead = 13
    /// A label, with its frame.
    static let labelBytes = overhead + 60
    /// More a block does not hold, unpacked.
    static let mostUnpacked = 64 << 20

    static func frame(_ part: Part, _ content: [UInt8]) -> [UInt8] {
        var writer = RawByteWriter()
        writer.append(magic)
        writer.fixed(UInt32(clamping: content.count + 5))
        writer.append(mark)
        writer.fixed(part.rawValue)
        writer.append(content)
        return writer.bytes
    }

    /// Where a skippable frame of ours ends that begins at a place, and what it holds; `nil` if none does or it is not whole.
    static func frame(in bytes: ArraySlice<UInt8>) -> (part: Part, content: ArraySlice<UInt8>)? {
        var reader = RawByteReader(bytes)
        guard bytes.prefix(4).elementsEqual(magic), (try? reader.fixed(UInt32.self)) != nil,
            let length = try? reader.fixed(UInt32.self), length >= 5, bytes.count >= 8 + Int(length)
        else { return nil }
        let start = bytes.startIndex + 8
        guard bytes[start..<start + 4].elementsEqual(mark), let part = Part(rawValue: bytes[start + 4]) else {
            return nil
        }
        return (part, bytes[start + 5..<start + Int(length)])
    }

    /// What stands before a block.
    struct Label: Hashable {
        var packed: UInt32 = 0
        var unpacked: UInt32 = 0
        /// Of the column, with its frame; 0 where there is none.
        var columnFrame: UInt32 = 0
        var columnUnpacked: UInt32 = 0
        var batches: UInt32 = 0
        var count: UInt32 = 0
        var firstSequence: UInt64 = 0
        var lastSequence: UInt64 = 0
        var firstArrival: Int64 = 0
        var lastArrival: Int64 = 0
        /// Of all the above, the data and the column.
        var checksum: UInt32 = 0

        var bytes: [UInt8] {
            var writer = RawByteWriter()
            for value in [packed, unpacked, columnFrame, columnUnpacked, batches, count] { writer.fixed(value) }
            for value in [firstSequence, lastSequence] { writer.fixed(value) }
            for value in [firstArrival, lastArrival] { writer.fixed(value) }
            writer.fixed(checksum)
            return writer.bytes
        }

        init() {}

        init(_ bytes: ArraySlice<UInt8>) throws(RawDamage) {
            var reader = RawByteReader(bytes)
            packed = try reader.fixed(UInt32.self)
            unpacked = try reader.fixed(UInt32.self)
            columnFrame = try reader.fixed(UInt32.self)
            columnUnpacked = try reader.fixed(UInt32.self)
            batches = try reader.fixed(UInt32.self)
            count = try reader.fixed(UInt32.self)
            firstSequence = try reader.fixed(UInt64.self)
            lastSequence = try reader.fixed(UInt64.self)
            firstArrival = try reader.fixed(Int64.self)
            lastArrival = try reader.fixed(Int64.self)
            checksum = try reader.fixed(UInt32.self)
            guard reader.isAtEnd, Int(unpacked) <= mostUnpacked, Int(columnUnpacked) <= mostUnpacked else {
                throw .nonsense
            }
        }

        /// Bytes behind the label.
        var following: Int { Int(packed) + Int(columnFrame) }
    }

    static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { [UInt8]($0) } ?? []
    }

    static func value<Value: Decodable>(_: Value.Type, _ json: ArraySlice<UInt8>) throws(RawDamage) -> Value {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(json)) else { throw .nonsense }
        return value
    }
}
