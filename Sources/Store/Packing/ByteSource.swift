import Foundation

/// Bytes that come piece by piece.
protocol ByteSource: AnyObject {
    /// The next piece; empty at the end.
    func next() throws(PackingError) -> [UInt8]
    /// Bytes taken from the files so far, packed as they are there.
    var taken: Int { get }
}

/// The bytes of files, one after the other: a file, or one that was split.
final class FileSource: ByteSource {
    private(set) var taken = 0
    private var paths: [String]
    private var handle: FileHandle?
    private static let piece = 256 * 1024

    init(_ paths: [String]) { self.paths = paths.reversed() }

    deinit { try? handle?.close() }

    func next() throws(PackingError) -> [UInt8] {
        while true {
            if handle == nil {
                guard let path = paths.popLast() else { return [] }
                handle = FileHandle(forReadingAtPath: path)
                guard handle != nil else { throw .unreadable(path) }
            }
            let read: Data?
            do { read = try handle?.read(upToCount: Self.piece) } catch { throw .unreadable("the file") }
            if let read, !read.isEmpty {
                taken += read.count
                return [UInt8](read)
            }
            try? handle?.close()
            handle = nil
        }
    }
}

/// Bytes that are there already.
final class ArraySource: ByteSource {
    private(set) var taken = 0
    private var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func next() -> [UInt8] {
        defer { bytes = [] }
        taken += bytes.count
        return bytes
    }
}
