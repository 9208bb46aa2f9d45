import Foundation

/// A file of the raw archive that is written from its end on.
final class RawFile {
    let path: String
    private let descriptor: Int32
    private(set) var length: Int
    /// Asked before each write: the number of an error that the system shall be taken to have given; 0 for none. For tests.
    private let trouble: (@Sendable () -> Int32)?

    /// Makes a new file that only its owner may read.
    ///
    /// - Returns: `nil` if there is one already.
    static func create(_ path: String, trouble: (@Sendable () -> Int32)?) throws(RawError) -> RawFile? {
        let descriptor = unsafe Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return nil }
            throw RawFile.error(path, errno)
        }
        return RawFile(path, descriptor, length: 0, trouble)
    }

    /// Opens a file that is there.
    static func open(existing path: String, trouble: (@Sendable () -> Int32)? = nil) throws(RawError) -> RawFile {
        try open(path, O_RDWR, trouble)
    }

    /// Opens a file that is there to read it alone.
    static func open(reading path: String) throws(RawError) -> RawFile { try open(path, O_RDONLY, nil) }

    private static func open(
        _ path: String,
        _ mode: Int32,
        _ trouble: (@Sendable () -> Int32)?
    ) throws(RawError) -> RawFile {
        let descriptor = unsafe Foundation.open(path, mode | O_CLOEXEC)
        guard descriptor >= 0 else { throw RawFile.error(path, errno) }
        let end = lseek(descriptor, 0, SEEK_END)
        return RawFile(path, descriptor, length: max(0, Int(end)), trouble)
    }

    private init(_ path: String, _ descriptor: Int32, length: Int, _ trouble: (@Sendable () -> Int32)?) {
        self.path = path
        self.descriptor = descriptor
        self.length = length
        self.trouble = trouble
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end: all, or none.
    func append(_ bytes: [UInt8]) throws(RawError) {
        if let number = trouble?(), number != 0 { throw Self.error(path, number) }
        var written = 0
        while written < bytes.count {
            // safe: at most the rest of the array is read, which outlives the call.
            let step = unsafe bytes.withUnsafeBytes { buffer in
                unsafe pwrite(
                    descriptor,
                    buffer.baseAddress?.advanced(by: written),
                    bytes.count - written,
                    off_t(length + written)
                )
            }
            if step < 0, errno == EINTR { continue }
            guard step > 0 else {
                let number = step < 0 ? errno : ENOSPC
                // Half a block would end the slice.
                _ = ftruncate(descriptor, off_t(length))
                throw Self.error(path, number)
            }
            written += step
        }
        length += bytes.count
    }

    func cut(to length: Int) throws(RawError) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw Self.error(path, errno) }
        self.length = length
    }

    /// Returns when what was written is on the disk.
    func sync() throws(RawError) {
        guard fdatasync(descriptor) == 0 else { throw Self.error(path, errno) }
    }

    /// Bytes at a place; fewer at the end.
    func read(at offset: Int, count: Int) throws(RawError) -> [UInt8] {
        guard count > 0, offset < length else { return [] }
        let wanted = min(count, length - offset)
        var failed: Int32 = 0
        // safe: the system writes at most `wanted` bytes into a buffer of that size.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let step = unsafe pread(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    wanted - filled,
                    off_t(offset + filled)
                )
                if step < 0, errno == EINTR { continue }
                if step < 0 { failed = errno }
                guard step > 0 else { break }
                filled += step
            }
        }
        if failed != 0 { throw Self.error(path, failed) }
        return bytes
    }

    /// The directory itself is written down, so that files made or gone stay so.
    static func syncFolder(_ path: String) {
        let descriptor = unsafe Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    static func error(_ path: String, _ number: Int32) -> RawError {
        number == ENOSPC || number == EDQUOT ? .full(path: path) : .system(path: path, errno: number)
    }
}
