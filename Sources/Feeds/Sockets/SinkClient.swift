import NIOCore
import Synchronization

/// One reader of a sink, and how much of the output it has not taken yet.
final class SinkClient: Sendable {
    private let channel: any Channel
    private let limit: Int
    private let pending = Mutex(0)
    private let asksForModeAC = Mutex(false)

    /// Whether the reader asked for Mode A/C (Beast `J`).
    var wantsModeAC: Bool {
        get { asksForModeAC.withLock { $0 } }
        set { asksForModeAC.withLock { $0 = newValue } }
    }

    /// - Parameter limit: bytes that may wait; beyond it the reader is too slow.
    init(channel: any Channel, limit: Int) {
        self.channel = channel
        self.limit = limit
    }

    /// Sends bytes behind those that wait.
    ///
    /// - Returns: `false` if too much waits: nothing is added and the connection is closed.
    func send(_ buffer: ByteBuffer) -> Bool {
        let count = buffer.readableBytes
        let fits = pending.withLock { pending in
            guard pending + count <= limit else { return false }
            pending += count
            return true
        }
        guard fits else {
            channel.close(promise: nil)
            return false
        }
        channel.writeAndFlush(buffer).whenComplete { _ in self.pending.withLock { $0 -= count } }
        return true
    }
}
