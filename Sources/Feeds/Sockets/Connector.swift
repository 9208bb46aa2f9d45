import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Opens and prepares connections.
enum Connector {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects to a server; cancelling the task gives up at once.
    static func connect(host: String, port: Int, timing: FeedTiming, isInput: Bool) async throws -> Connection {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: Connection.self)
        let claim = Mutex(Claim.open)
        return try await withTaskCancellationHandler {
            // Nothing is read before our handlers stand; they are put there the moment the connection is open, or else a server
            // that greets and closes at once would be read by nobody.
            ClientBootstrap(group: loop)
                .connectTimeout(.nanoseconds(Int64(timing.connect * 1e9)))
                .channelOption(.autoRead, value: false)
                .connect(host: host, port: port)
                .flatMapThrowing { channel in
                    // A prepared connection must be used: it is either claimed or never made. The promise is kept outside the lock,
                    // because whoever it wakes may be cancelled in the same moment.
                    guard claim.withLock({ $0.become(.taken) }) else {
                        channel.close(promise: nil)
                        throw CancellationError()
                    }
                    promise.succeed(try prepare(channel, timing: timing, isInput: isInput))
                    // If this fails the channel is closed, and whoever reads it notices.
                    channel.setOption(.autoRead, value: true).whenComplete { _ in }
                }
                .whenFailure { error in
                    // A cancelled wish has had its answer already.
                    if claim.withLock({ $0.become(.taken) || $0 == .taken }) { promise.fail(error) }
                }
            return try await promise.futureResult.get()
        } onCancel: {
            if claim.withLock({ $0.become(.cancelled) }) { promise.fail(CancellationError()) }
        }
    }

    /// Who was first: the connection or the end of the wish for one.
    private enum Claim {
        case open, taken, cancelled

        /// Takes a claim that is still open.
        mutating func become(_ next: Claim) -> Bool {
            guard case .open = self else { return false }
            self = next
            return true
        }
    }

    /// Puts our handlers on a channel; on its event loop only.
    static func prepare(_ channel: any Channel, timing: FeedTiming, isInput: Bool) throws -> Connection {
        let gatherer = ReadGatherer(gather: isInput ? timing.gather : 0, halfOpen: isInput ? timing.halfOpen : nil)
        try channel.pipeline.syncOperations.addHandler(gatherer)
        _ = channel.setOption(
            .recvAllocator,
            value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 65_536, maximum: 262_144)
        )
        return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }

    /// A listening socket whose connections are prepared.
    ///
    /// - Throws: `FeedError` saying what to do.
    static func listen(
        host: String,
        port: Int,
        timing: FeedTiming,
        isInput: Bool
    ) async throws(FeedError) -> NIOAsyncChannel<Connection, Never> {
        do {
            return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.backlog, value: 256)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try prepare(channel, timing: timing, isInput: isInput)
                    }
                }
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw .portInUse(host: host, port: port)
        } catch {
            throw .cannotListen(host: host, port: port, reason: reason(error))
        }
    }

    /// A few words for an error of a socket.
    static func reason(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return reason(first.error) }
            return "name \(error.host) not found"
        case let error as IOError:
            switch error.errnoCode {
            case EACCES: return "permission denied"
            case EADDRNOTAVAIL: return "not an address of this machine"
            case ENETUNREACH, EHOSTUNREACH: return "network unreachable"
            case ECONNRESET: return "reset by the other side"
            case ETIMEDOUT: return "timed out"
            case ECONNREFUSED: return "connection refused"
            default: return "system error \(error.errnoCode)"
            }
        case ChannelError.connectTimeout: return "no answer in time"
        case is ChannelError: return "closed by the other side"
        case is CancellationError: return "stopped"
        case let error as SilentConnection:
            // Without ".0".
            return "nothing came for \((error.seconds * 10).rounded() / 10) s".replacing(".0 s", with: " s")
        default: return "\(type(of: error))"
        }
    }
}
