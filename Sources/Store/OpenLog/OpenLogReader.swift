import Foundation
import Tracking

/// Reads a log again after the program ended, however it ended.
///
/// Every entry is acknowledged but the last one of the file, which the end may have cut in two. Where the bytes are not as they were
/// written, the next entry whose check and number fit is looked for, so that what is damaged costs itself alone.
struct OpenLogReader {
    /// What was found.
    struct Findings: Equatable, Sendable {
        var entries = 0
        /// Entries of which the length alone was damaged: all of them was read.
        var mendedEntries = 0
        /// Entries that were acknowledged and cannot be read, and the bytes where they were. Of a damaged end nobody knows how many it
        /// was: it counts as one.
        var damagedEntries = 0
        var damagedBytes = 0
        /// ms: the time of the entries that cannot be read lies between these, by their neighbours; an end that is open is `nil`.
        var damagedAfter: Int64?
        var damagedBefore: Int64?
        /// Bytes at the end that are an entry begun: it was never acknowledged.
        var cutBytes = 0
        /// The file does not begin as a log does and has no entry; nothing of it was read.
        var isForeign = false
    }

    /// Where an entry stands, by its length and its check.
    private struct Found {
        let place: Int
        let body: [UInt8]
        let sequence: UInt64
        var end: Int { place + OpenLogFile.entryHead + body.count }
    }

    private let handle: FileHandle
    private let size: Int
    /// Bytes whose check may still be computed while looking for the next entry: nothing that is written in a file takes for ever.
    private var effort: Int
    private var findings = Findings()

    /// - Throws: `unreadable`.
    init(path: String) throws(ArchiveError) {
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            size = Int(clamping: try handle.seekToEnd())
        } catch {
            throw .unreadable(path: path, reason: "\(error.localizedDescription)")
        }
        effort = 8 * min(size, 1 << 40) + OpenLogFile.largestEntry
    }

    /// Hands over every whole batch in the order in which they were acknowledged.
    mutating func read(_ take: (ObservationBatch) -> Void) -> Findings {
        let head = bytes(at: 0, OpenLogFile.headLength)
        let isHead = isHead(head)
        // What says of itself that it is something else is not searched.
        guard head.count == OpenLogFile.headLength, isHead ?? true else {
            findings.isForeign = isHead == false
            findings.cutBytes = size
            return findings
        }
        var place = OpenLogFile.headLength
        var sequence: UInt64 = 0
        var time: Int64?
        while place < size {
            let here = entry(at: place)
            if let found = here, found.sequence == sequence, let batch = Self.batch(found.body) {
                take(batch)
                findings.entries += 1
                time = Self.time(of: batch) ?? time
                (place, sequence) = (found.end, sequence + 1)
                continue
            }
            let next = here.flatMap { $0.sequence > sequence ? $0 : nil } ?? search(after: place, sequence)
            guard next != nil || findings.entries > 0 || isHead != nil else { break }
            let isNeighbour = next.map { $0.sequence == sequence + 1 } ?? true
            if isNeighbour, let batch = mended(place..<(next?.place ?? size), sequence) {
                take(batch)
                findings.entries += 1
                findings.mendedEntries += 1
                time = Self.time(of: batch) ?? time
            } else if let next {
                let before = Self.batch(next.body).flatMap(Self.time)
                note(damaged: place..<next.place, Int(clamping: next.sequence - sequence), after: time, before: before)
            } else {
                noteEnd(from: place, sequence, after: time)
            }
            (place, sequence) = (next?.place ?? size, next?.sequence ?? sequence)
        }
        if findings.entries == 0, isHead == nil {
            // Made and not yet written when the power went: nothing in it was ever acknowledged.
            findings.isForeign = !isZero(from: 0)
            findings.cutBytes = size
        }
        return findings
    }

    /// Whether it begins as a log does; `nil` when the check says that it is damaged.
    private func isHead(_ head: [UInt8]) -> Bool? {
        guard head.count == OpenLogFile.headLength else { return nil }
        var reader = ColumnReader(head, in: 24..<head.count)
        guard let check = try? reader.fixed(UInt32.self), check == CRC32C.of(head, in: 0..<24) else { return nil }
        return Array(head.prefix(8)) == OpenLogFile.magic
    }

    // MARK: - What cannot be read

    private mutating func note(damaged bytes: Range<Int>, _ entries: Int, after: Int64?, before: Int64?) {
        findings.damagedBytes += bytes.count
        guard entries > 0 else { return }
        if findings.damagedEntries == 0 { findings.damagedAfter = after }
        findings.damagedEntries += entries
        findings.damagedBefore = before
    }

    /// The rest of the file has no whole entry: it is one that was begun, or damaged.
    private mutating func noteEnd(from place: Int, _ sequence: UInt64, after time: Int64?) {
        var reader = ColumnReader(bytes(at: place, OpenLogFile.entryHead + 8))
        let rest = size - place
        let length = (try? reader.fixed(UInt32.self)).map { Int($0) }
        _ = try? reader.fixed(UInt32.self)
        let number = try? reader.fixed(UInt64.self)
        let isBegun = length.map { $0 > rest - OpenLogFile.entryHead && $0 <= OpenLogFile.largestEntry } ?? true
        // The system may have made the file longer, and the power went before the bytes were there.
        if isBegun && number ?? sequence == sequence || isZero(from: place) {
            findings.cutBytes = rest
        } else {
            note(damaged: place..<size, 1, after: time, before: nil)
        }
    }

    private func isZero(from place: Int) -> Bool {
        var place = place
        while place < size {
            let window = bytes(at: place, Self.window)
            guard !window.isEmpty, window.allSatisfy({ $0 == 0 }) else { return false }
            place += window.count
        }
        return true
    }

    // MARK: - Entries

    /// The entry at a place, if its length and its check are right.
    private func entry(at place: Int) -> Found? {
        var reader = ColumnReader(bytes(at: place, OpenLogFile.entryHead))
        guard let length = try? reader.fixed(UInt32.self), let check = try? reader.fixed(UInt32.self),
            length >= 8, length <= OpenLogFile.largestEntry,
            Int(length) <= size - place - OpenLogFile.entryHead
        else { return nil }
        return found(at: place, length: Int(length), check: check)
    }

    private func found(at place: Int, length: Int, check: UInt32) -> Found? {
        let body = bytes(at: place + OpenLogFile.entryHead, length)
        guard body.count == length, CRC32C.of(body) == check else { return nil }
        var reader = ColumnReader(body)
        guard let sequence = try? reader.fixed(UInt64.self) else { return nil }
        return Found(place: place, body: body, sequence: sequence)
    }

    /// The batch of an entry of which the length is wrong and all else is right.
    private func mended(_ place: Range<Int>, _ sequence: UInt64) -> ObservationBatch? {
        let length = place.count - OpenLogFile.entryHead
        var reader = ColumnReader(bytes(at: place.lowerBound + 4, 4))
        guard length >= 8, length <= OpenLogFile.largestEntry, let check = try? reader.fixed(UInt32.self),
            let found = found(at: place.lowerBound, length: length, check: check), found.sequence == sequence
        else { return nil }
        return Self.batch(found.body)
    }

    private static let window = 1 << 20
    /// Bytes that an entry has at least.
    private static let smallestEntry = OpenLogFile.entryHead + 8

    /// The next entry behind a place whose check is right and whose number may stand there.
    private mutating func search(after start: Int, _ sequence: UInt64) -> Found? {
        var base = start + 1
        while base + Self.smallestEntry <= size {
            let window = bytes(at: base, Self.window + Self.smallestEntry - 1)
            guard window.count >= Self.smallestEntry else { return nil }
            for offset in 0...window.count - Self.smallestEntry {
                // Most bytes cannot begin a length of 64 MiB or less, and a number that is not vast.
                guard window[offset + 3] <= 4, window[offset + 15] == 0, window[offset + 14] == 0 else { continue }
                let place = base + offset
                var reader = ColumnReader(window, in: offset..<offset + Self.smallestEntry)
                guard let length = try? reader.fixed(UInt32.self), (try? reader.fixed(UInt32.self)) != nil,
                    let number = try? reader.fixed(UInt64.self), number >= sequence,
                    number <= UInt64(size / Self.smallestEntry),
                    length <= size - place
                else { continue }
                effort -= Int(length)
                guard effort >= 0 else { return nil }
                if let found = entry(at: place) { return found }
            }
            base += window.count - Self.smallestEntry + 1
        }
        return nil
    }

    private static func batch(_ body: [UInt8]) -> ObservationBatch? {
        var reader = ColumnReader(body, in: min(8, body.count)..<body.count)
        return try? LogBatchCoder.read(&reader)
    }

    /// ms, of the row in the middle: one odd clock does not decide.
    private static func time(of batch: ObservationBatch) -> Int64? {
        let time =
            batch.rows.isEmpty
            ? batch.names.first?.milliseconds : batch.rows[batch.rows.count / 2].observation.milliseconds
        return time.flatMap { HistoryStore.times.contains($0) ? $0 : nil }
    }

    private func bytes(at place: Int, _ count: Int) -> [UInt8] {
        do {
            try handle.seek(toOffset: UInt64(max(0, place)))
            return [UInt8](try handle.read(upToCount: count) ?? Data())
        } catch {
            return []
        }
    }
}
