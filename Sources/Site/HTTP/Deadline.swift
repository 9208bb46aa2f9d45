import Hummingbird
import NIOCore

/// Bounds how long the other side may take.
enum Deadline {
    /// Writes one piece; the connection is closed when it is not taken in time.
    @concurrent
    static func write(
        _ piece: ByteBuffer,
        to writer: inout any ResponseBodyWriter,
        of channel: any Channel,
        seconds: Int
    ) async throws {
        let late = channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
        defer { late.cancel() }
        try await writer.write(piece)
    }

    /// A body that is sent in pieces, each in time, so that a reader who has stopped does not hold the connection for ever.
    static func body(_ buffer: ByteBuffer, of channel: any Channel, seconds: Int) -> ResponseBody {
        body([buffer], of: channel, seconds: seconds)
    }

    /// The same of buffers that follow each other.
    static func body(_ buffers: [ByteBuffer], of channel: any Channel, seconds: Int) -> ResponseBody {
        let length = buffers.reduce(0) { $0 + $1.readableBytes }
        if buffers.count == 1, length <= 65_536 { return ResponseBody(byteBuffer: buffers[0]) }
        return ResponseBody(contentLength: length) { writer in
            for buffer in buffers {
                var rest = buffer
                while let piece = rest.readSlice(length: min(131_072, rest.readableBytes)), piece.readableBytes > 0 {
                    try await write(piece, to: &writer, of: channel, seconds: seconds)
                }
            }
            try await writer.finish(nil)
        }
    }

    /// Closes a connection whose request is not worth hearing to its end, after the answer had time to leave.
    static func closeSoon(_ channel: any Channel) {
        channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }
}
