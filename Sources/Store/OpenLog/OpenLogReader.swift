import Foundation
import Tracking

/// Reads a log again after the program ended, however it ended.
struct OpenLogReader {
    /// What was found.
    struct Findings: Equatable {
        var entries = 0
        /// Entries within the file that were damaged, and after which it went on.
        var damagedEntries = 0
        /// Bytes at the end that are no whole entry.
        var cutBytes = 0
        /// The file does not begin as a log does; nothing of it was read.
        var isForeign = false
    }

    private let handle: FileHandle
    private let size: Int
    private var place = 0

    /// - Throws: `unreadable`.
    init(path: String) throws(ArchiveError) {
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            size = Int(clamping: try handle.seekToEnd())
            try handle.seek(toOffset: 0)
        } catch {
            throw .unreadable(path: path, reason: "\(error.localizedDescription)")
        }
    }

    /// Hands over every whole batch in the order in which they were acknowledged.
    ///
    /// An entry with a wrong check ends it, unless the next one follows at once with the next number: then only that one is lost.
    mutating func read(_ take: (ObservationBatch) -> Void) -> Findings {
        var findings = Findings()
        let head = bytes(OpenLogFile.headLength)
        var reader = ColumnReader(head, in: 24..<max(24, head.count))
        guard head.count == OpenLogFile.headLength, Array(head.prefix(8)) == OpenLogFile.magic,
            let check = try? reader.fixed(UInt32.self), check == CRC32C.of(head, in: 0..<24)
        else {
            // Made and not yet written when the power went: nothing in it was ever acknowledged.
            findings.isForeign = size >= OpenLogFile.headLength
            findings.cutBytes = size
            return findings
        }
        var wholeEnd = place
        var sequence: UInt64 = 0
        var damaged = 0
        while let entry = next() {
            if let entry = entry.whole, entry.sequence == sequence {
                take(entry.batch)
                findings.entries += 1
                findings.damagedEntries += damaged
                damaged = 0
                wholeEnd = place
            } else {
                damaged += 1
            }
            sequence += 1
        }
        findings.cutBytes = size - wholeEnd
        return findings
    }

    /// The next entry by its length; `nil` at the end of the file or of what can be a length.
    private mutating func next() -> (whole: (sequence: UInt64, batch: ObservationBatch)?, Void)? {
        let head = bytes(OpenLogFile.entryHead)
        var reader = ColumnReader(head)
        guard let length = try? reader.fixed(UInt32.self), let check = try? reader.fixed(UInt32.self),
            length >= 8, length <= OpenLogFile.largestEntry, Int(length) <= size - place
        else { return nil }
        let body = bytes(Int(length))
        guard body.count == Int(length) else { return nil }
        guard CRC32C.of(body) == check else { return (nil, ()) }
        reader = ColumnReader(body)
        guard let sequence = try? reader.fixed(UInt64.self), let batch = try? LogBatchCoder.read(&reader) else {
            return (nil, ())
        }
        return ((sequence, batch), ())
    }

    private mutating func bytes(_ count: Int) -> [UInt8] {
        guard let data = try? handle.read(upToCount: count) else { return [] }
        place += data.count
        return [UInt8](data)
    }
}
