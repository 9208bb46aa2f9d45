import Foundation
import NIOCore
import NIOPosix

/// The bytes of a file, of standard input or of a named pipe, in chunks.
enum FileInput {
    /// What stands for standard input.
    static let standardInput = "-"
    static let chunk = 64 * 1024

    /// Gives every chunk to `body` until the end, or until the task is cancelled.
    ///
    /// - Throws: `FeedError` if it cannot be opened or read; whatever `body` throws.
    static func read(_ path: String, _ body: (ByteBuffer) async throws -> Void) async throws {
        if path == standardInput {
            // A copy, so that what is opened here is closed here in either case.
            let descriptor = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
            guard kind(of: "/dev/stdin") == .chunked else { return try await readPipe(descriptor, path, body) }
            return try await readRegular(descriptor, path, body)
        }
        guard let kind = kind(of: path) else { throw FeedError.missingFile(path: path) }
        guard kind != .folder else { throw FeedError.unreadableFile(path: path, reason: "it is a folder") }
        // safe: the path lives as long as the call.
        guard unsafe access(path, R_OK) == 0 else {
            throw FeedError.unreadableFile(path: path, reason: "permission denied")
        }
        if kind == .chunked {
            // safe: as above.
            try await readRegular(unsafe open(path, O_RDONLY | O_CLOEXEC), path, body)
        } else {
            // Without O_NONBLOCK opening a pipe nobody writes to would wait for ever.
            // safe: as above.
            try await readPipe(unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), path, body)
        }
    }

    /// How something is read.
    private enum Kind {
        /// In chunks: files, and devices, which the event loop cannot watch.
        case chunked
        /// As it comes: pipes, sockets.
        case stream
        case folder
    }

    /// What lies at a path, symbolic links followed; `nil` for nothing. The system is asked itself: Foundation's answer brings
    /// types along that cost a small computer a megabyte.
    private static func kind(of path: String) -> Kind? {
        var status = stat()
        // safe: the path and what is filled in live as long as the call.
        guard unsafe stat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFCHR, S_IFBLK: .chunked
        case S_IFDIR: .folder
        default: .stream
        }
    }

    private static func readRegular(
        _ descriptor: CInt,
        _ path: String,
        _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        guard descriptor >= 0 else { throw FeedError.unreadableFile(path: path, reason: "cannot be opened") }
        defer { close(descriptor) }
        // One buffer for all chunks, unless who gets it keeps it.
        var buffer = ByteBufferAllocator().buffer(capacity: chunk)
        while true {
            try Task.checkCancellation()
            buffer.clear(minimumCapacity: chunk)
            let count = fill(&buffer, from: descriptor, atMost: chunk)
            guard count >= 0 else { throw FeedError.unreadableFile(path: path, reason: "reading failed") }
            guard count > 0 else { return }
            try await body(buffer)
        }
    }

    private static func readPipe(
        _ descriptor: CInt,
        _ path: String,
        _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        guard descriptor >= 0 else { throw FeedError.unreadableFile(path: path, reason: "cannot be opened") }
        let channel: NIOAsyncChannel<ByteBuffer, Never>
        do {
            channel = try await NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .takingOwnershipOfDescriptor(input: descriptor) { channel in
                    channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
                }
        } catch {
            close(descriptor)
            throw FeedError.unreadableFile(path: path, reason: "neither a file nor a pipe")
        }
        try await channel.executeThenClose { inbound in
            for try await buffer in inbound { try await body(buffer) }
            try Task.checkCancellation()
        }
    }
}

/// Reads once; 0 at the end, below 0 if that failed.
private func fill(_ buffer: inout ByteBuffer, from descriptor: CInt, atMost chunk: Int) -> Int {
    var count = 0
    repeat {
        // safe: no more is read than there is room for, and as many bytes count as were written.
        _ = unsafe buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: chunk) { bytes in
            count = unsafe read(descriptor, bytes.baseAddress, min(chunk, bytes.count))
            return max(0, count)
        }
    } while count < 0 && errno == EINTR
    return count
}
