import Foundation
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The pages of a database file and of the journal beside it, read without SQLite: what is damaged is in nobody's way.
///
/// - Source: SQLite Database File Format, sections 1.2 (pages), 1.3 (header), 1.8 (pointer map), 4 (write-ahead log).
final class DatabasePages {
    /// Pages are counted from 1.
    let count: Int
    /// Of them those that the database says it has: what a file holds beyond was deleted, and stands there until a checkpoint cuts it off.
    let stated: Int
    /// Bytes of a page, and those of them that are used.
    let size: Int
    let usable: Int
    /// Whether the file begins as a database does.
    let hasHeader: Bool

    private let file: Int32
    private let journal: Int32
    /// Where in the journal the newest committed state of a page stands.
    private let journaled: [Int: Int]

    /// - Throws: `unreadable` when there is no such file or it may not be read.
    init(path: String) throws(ArchiveError) {
        file = try Self.opened(path)
        let head = Self.bytes(file, at: 0, count: 100) ?? []
        hasHeader = head.starts(with: Array("SQLite format 3\u{0}".utf8))
        let written = head.count == 100 ? Int(head[16]) << 8 | Int(head[17]) : 0
        let saidSize = written == 1 ? 65_536 : written
        // Ours have pages of 4 KiB; a header that says what no page can have is damaged.
        let size = hasHeader && saidSize >= 512 && saidSize & (saidSize - 1) == 0 ? saidSize : 4_096
        self.size = size
        let reserved = hasHeader ? Int(head[20]) : 0
        usable = size - (reserved <= 32 ? reserved : 0)
        let log = path + "-wal"
        journal = FileManager.default.fileExists(atPath: log) ? try Self.opened(log) : -1
        var (newest, pages): ([Int: Int], Int) = ([:], 0)
        if journal >= 0 { (newest, pages) = Self.committed(journal, pageSize: size) }
        journaled = newest
        let inFile = (Self.length(file) + size - 1) / size
        if pages > 0 {
            // The last commit decides: whatever page it counts stands in the journal or in the file.
            let all = min(pages, max(inFile, newest.keys.max() ?? 0))
            (count, stated) = (all, all)
        } else {
            let saidPages = hasHeader ? Self.statedPages(head) : nil
            // A tree may lead beyond: then it is this number that is damaged.
            (count, stated) = (inFile, min(inFile, saidPages ?? inFile))
        }
    }

    deinit {
        close(file)
        if journal >= 0 { close(journal) }
    }

    /// The bytes of a page as it was committed last; `nil` where the file ends before, or the disk cannot read it.
    func page(_ number: Int) -> [UInt8]? {
        guard (1...max(1, count)).contains(number) else { return nil }
        if let place = journaled[number] { return Self.bytes(journal, at: place, count: size) }
        return Self.bytes(file, at: (number - 1) * size, count: size)
    }

    /// What the pointer map says a page is; `nil` where it cannot be read or says nothing that is possible.
    func use(of number: Int) -> PageUse? {
        let inMap = usable / 5
        guard number > 2, inMap > 0 else { return nil }
        var map = (number - 2) / (inMap + 1) * (inMap + 1) + 2
        if map == lockPage { map += 1 }
        let place = 5 * (number - map - 1)
        guard place >= 0, place + 5 <= usable, let bytes = page(map) else { return nil }
        return PageUse(kind: bytes[place], parent: Int(Self.number(bytes, place + 1)))
    }

    /// The page over which locks are taken; it holds nothing.
    var lockPage: Int { 0x4000_0000 / size + 1 }

    static func number(_ bytes: [UInt8], _ place: Int, count: Int = 4) -> UInt32 {
        bytes[place..<place + count].reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: - Files

    private static func opened(_ path: String) throws(ArchiveError) -> Int32 {
        // safe: the text outlives the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble.error(errno, path: path) }
        return descriptor
    }

    /// What the first page says of the length; `nil` where it was not written together with the last change.
    ///
    /// - Source: SQLite Database File Format, section 1.3.7, "In-header database size".
    private static func statedPages(_ head: [UInt8]) -> Int? {
        guard head.count == 100, head[24..<28] == head[92..<96] else { return nil }
        let pages = Int(number(head, 28))
        return pages > 0 ? pages : nil
    }

    private static func length(_ descriptor: Int32) -> Int { max(0, Int(lseek(descriptor, 0, SEEK_END))) }

    private static func bytes(_ descriptor: Int32, at place: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var read = 0
        while read < count {
            // safe: no more is asked for than the array has left.
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe pread(descriptor, base + read, count - read, off_t(place + read))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            read += got
        }
        return bytes
    }

    /// Frames up to the last one that ends a transaction, as SQLite takes them: each must continue the sum of all before it.
    private static func committed(_ journal: Int32, pageSize: Int) -> (places: [Int: Int], pages: Int) {
        guard let head = bytes(journal, at: 0, count: 32), number(head, 0) & ~1 == 0x377F_0682,
            Int(number(head, 8)) == pageSize
        else { return ([:], 0) }
        let isBig = number(head, 0) & 1 == 1
        var sum = JournalSum()
        sum.add(head[0..<24], isBigEndian: isBig)
        guard sum.matches(head, 24) else { return ([:], 0) }
        var (places, pending, pages): ([Int: Int], [Int: Int], Int) = ([:], [:], 0)
        var place = 32
        while let frame = bytes(journal, at: place, count: 24 + pageSize), frame[8..<16] == head[16..<24] {
            sum.add(frame[0..<8], isBigEndian: isBig)
            sum.add(frame[24...], isBigEndian: isBig)
            guard sum.matches(frame, 16) else { break }
            pending[Int(number(frame, 0))] = place + 24
            let size = Int(number(frame, 4))
            if size > 0 {
                places.merge(pending) { $1 }
                pending = [:]
                pages = size
            }
            place += 24 + pageSize
        }
        return (places, pages)
    }
}
