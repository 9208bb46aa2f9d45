import Foundation
import NIOCore
import NIOPosix

/// Opens and prepares connections.
enum Connector {
    typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects to a server; cancelling the task gives up at once.
    static func connect(host: String, port: Int, timing: FeedTiming, isInput: Bool) async throws -> Connection {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: (any Channel).self)
        // Nothing is read before somebody is there to take it.
        let attempt = ClientBootstrap(group: loop)
            .connectTimeout(.nanoseconds(Int64(timing.connect * 1e9)))
            .channelOption(.autoRead, value: false)
            .connect(host: host, port: port)
        attempt.whenComplete { promise.completeWith($0) }
        let channel = try await withTaskCancellationHandler {
            try await promise.futureResult.get()
        } onCancel: {
            promise.fail(CancellationError())
            attempt.whenSuccess { $0.close(promise: nil) }
        }
        let connection = try await channel.eventLoop.submit {
            try prepare(channel, timing: timing, isInput: isInput)
        }.get()
        // If this fails the channel is closed, and whoever reads it notices.
        channel.setOption(.autoRead, value: true).whenComplete { _ in }
        return connection
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
        case is CancellationError: return "stopped"
        default: return "\(type(of: error))"
        }
    }
}
