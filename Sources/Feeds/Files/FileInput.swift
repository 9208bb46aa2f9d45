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
            guard isRead(kind(of: "/dev/stdin")) else {
                try await readPipe(dup(STDIN_FILENO), path, body)
                return
            }
            try await readRegular(.standardInput, path, body)
            return
        }
        let type = kind(of: path)
        guard let type else { throw FeedError.missingFile(path: path) }
        guard type != .typeDirectory else { throw FeedError.unreadableFile(path: path, reason: "it is a folder") }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw FeedError.unreadableFile(path: path, reason: "permission denied")
        }
        if isRead(type) {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw FeedError.unreadableFile(path: path, reason: "cannot be opened")
            }
            try await readRegular(handle, path, body)
        } else {
            // Without O_NONBLOCK opening a pipe nobody writes to would wait for ever.
            // safe: the path lives as long as the call.
            let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK)
            try await readPipe(descriptor, path, body)
        }
    }

    /// Whether it is read in chunks as a file is. Devices are: the event loop cannot watch them.
    private static func isRead(_ type: FileAttributeType?) -> Bool {
        type == .typeRegular || type == .typeCharacterSpecial || type == .typeBlockSpecial
    }

    /// What lies at a path, symbolic links followed; `nil` for nothing.
    private static func kind(of path: String) -> FileAttributeType? {
        let resolved = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
        return attributes?[.type] as? FileAttributeType
    }

    private static func readRegular(
        _ handle: FileHandle,
        _ path: String,
        _ body: (ByteBuffer) async throws -> Void
    ) async throws {
        // One buffer for all chunks, unless who gets it keeps it.
        var buffer = ByteBufferAllocator().buffer(capacity: chunk)
        while true {
            try Task.checkCancellation()
            buffer.clear(minimumCapacity: chunk)
            let count = fill(&buffer, from: handle.fileDescriptor, atMost: chunk)
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
