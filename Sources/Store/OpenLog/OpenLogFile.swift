import Foundation
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file that holds what was acknowledged and is not sealed yet. Whoever owns it is its only writer.
///
/// Layout: `PELALOG1`, the boot id of the system (16 bytes), CRC-32C of these; then entries: length u32 of what follows the check,
/// CRC-32C u32 of that, sequence u64, batch. Little endian.
struct OpenLogFile: ~Copyable {
    static let magic: [UInt8] = Array("PELALOG1".utf8)
    static let headLength = 28
    /// Before the bytes that the length counts.
    static let entryHead = 8
    /// Bytes of an entry beyond which it is none: 64 MiB.
    static let largestEntry = 64 << 20

    /// What a test may let fail: it answers with an `errno`.
    typealias Faults = @Sendable (Operation) -> Int32?
    enum Operation: Sendable { case create, write, sync, cut }

    let path: String
    private let descriptor: Int32
    private(set) var length: Int
    private(set) var sequence: UInt64 = 0
    /// Something failed that leaves it unsure what the file holds after `length`: nothing more may be written to it.
    private(set) var isBroken = false
    private let faults: Faults?

    /// Makes a new file and makes sure of it and of its name.
    ///
    /// - Throws: `full` or `failed`; no file is left then.
    init(path: String, bootID: [UInt8], faults: Faults?) throws(ArchiveError) {
        self.path = path
        self.faults = faults
        var head = ColumnWriter()
        head.bytes = Self.magic + bootID.prefix(16) + [UInt8](repeating: 0, count: max(0, 16 - bootID.count))
        head.fixed(CRC32C.of(head.bytes))
        length = head.bytes.count
        descriptor = try Self.create(path, head: head.bytes, faults: faults)
    }

    private static func create(_ path: String, head: [UInt8], faults: Faults?) throws(ArchiveError) -> Int32 {
        if let code = faults?(.create) { throw FileTrouble.error(code, path: path) }
        // safe: the text outlives the call.
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileTrouble.error(errno, path: path) }
        do throws(ArchiveError) {
            try write(head, to: descriptor, at: 0, path: path, faults: faults)
            guard fdatasync(descriptor) == 0 else { throw FileTrouble.error(errno, path: path) }
            try FileTrouble.syncFolder(of: path)
            return descriptor
        } catch {
            close(descriptor)
            unsafe unlink(path)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Writes one entry and returns when it is on the disk.
    ///
    /// - Parameter batch: writes the batch after the sequence number.
    /// - Throws: `full` or `failed`; the file is then as it was, or broken.
    mutating func append(_ batch: (inout ColumnWriter) -> Void) throws(ArchiveError) {
        guard !isBroken else { throw .failed("\(path) cannot be written any more") }
        var writer = ColumnWriter()
        writer.fixed(UInt32(0))
        writer.fixed(UInt32(0))
        writer.fixed(sequence)
        batch(&writer)
        let size = writer.bytes.count - Self.entryHead
        guard size <= Self.largestEntry else { throw .badQuestion("a batch of \(size) bytes is too large") }
        writer.replace(UInt32(size), at: 0)
        writer.replace(CRC32C.of(writer.bytes, in: Self.entryHead..<writer.bytes.count), at: 4)
        do throws(ArchiveError) {
            try Self.write(writer.bytes, to: descriptor, at: length, path: path, faults: faults)
            if let code = faults?(.sync) { throw FileTrouble.error(code, path: path) }
            if fdatasync(descriptor) != 0 {
                // After a failed flush nobody knows what of the file is on the disk: it is sealed from memory instead.
                isBroken = true
                throw FileTrouble.error(errno, path: path)
            }
        } catch {
            // Half an entry must not stand before the next one.
            if faults?(.cut) != nil || ftruncate(descriptor, off_t(length)) != 0 { isBroken = true }
            throw error
        }
        length += writer.bytes.count
        sequence += 1
    }

    private static func write(
        _ bytes: [UInt8],
        to descriptor: Int32,
        at place: Int,
        path: String,
        faults: Faults?
    ) throws(ArchiveError) {
        if let code = faults?(.write) {
            // As a full disk does: some of it is written.
            _ = unsafe bytes.withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, bytes.count / 2, off_t(place))
            }
            throw FileTrouble.error(code, path: path)
        }
        var done = 0
        while done < bytes.count {
            // safe: the pointer is used within the closure, and the count is what is left behind it.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe pwrite(
                    descriptor,
                    buffer.baseAddress?.advanced(by: done),
                    bytes.count - done,
                    off_t(place + done)
                )
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw FileTrouble.error(written < 0 ? errno : ENOSPC, path: path) }
            done += written
        }
    }
}
