import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// An HTTP server on loopback that answers as a test says, well or badly.
public struct ImitatedServer: Sendable {
    public struct Request: Sendable {
        /// `GET /path?query`.
        public var line: String
        /// Names in lower case.
        public var headers: [String: String]
        public var body: String
    }

    public enum Reply: Sendable {
        case answer(status: Int, headers: [String: String] = [:], body: [UInt8] = [])
        /// These bytes, then the connection is closed.
        case raw([UInt8])
        /// These bytes, then nothing more.
        case stall([UInt8])

        public static func json(_ text: String, headers: [String: String] = [:]) -> Reply {
            .answer(status: 200, headers: headers, body: Array(text.utf8))
        }
    }

    /// What it was asked.
    public final class Memory: Sendable {
        private let asked = Mutex<[Request]>([])
        public var requests: [Request] { asked.withLock { $0 } }
        public var lines: [String] { requests.map(\.line) }

        /// - Returns: how many there were before.
        fileprivate func keep(_ request: Request) -> Int {
            asked.withLock {
                $0.append(request)
                return $0.count - 1
            }
        }
    }

    public let memory = Memory()
    public let port: Int
    private let channel: any Channel

    /// A server; the closure gets a request and its number, from 0.
    public init(_ answer: @escaping @Sendable (Request, Int) -> Reply) async throws {
        let memory = memory
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Conversation(memory, answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    public func stop() async throws { try await channel.close() }

    /// A server for as long as the closure runs.
    public static func with<Value>(
        _ answer: @escaping @Sendable (Request, Int) -> Reply,
        _ body: (ImitatedServer) async throws -> Value
    ) async throws -> Value {
        let server = try await ImitatedServer(answer)
        do {
            let value = try await body(server)
            try? await server.channel.close()
            return value
        } catch {
            try? await server.channel.close()
            throw error
        }
    }
}

/// One connection: each request is answered, one after the other.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let memory: ImitatedServer.Memory
    private let answer: @Sendable (ImitatedServer.Request, Int) -> ImitatedServer.Reply
    private var pending: [UInt8] = []

    init(
        _ memory: ImitatedServer.Memory,
        _ answer: @escaping @Sendable (ImitatedServer.Request, Int) -> ImitatedServer.Reply
    ) {
        self.memory = memory
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pending += unwrapInboundIn(data).readableBytesView
        while let request = next() { reply(answer(request, memory.keep(request)), context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func next() -> ImitatedServer.Request? {
        let text = String(decoding: pending, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            if parts.count == 2 { headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
        }
        let body = String(text[end.upperBound...])
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard body.utf8.count >= length else { return nil }
        pending = Array(body.utf8.dropFirst(length))
        let first = lines.first.map { String($0).replacing(" HTTP/1.1", with: "") } ?? ""
        return ImitatedServer.Request(line: first, headers: headers, body: String(body.prefix(length)))
    }

    private func reply(_ reply: ImitatedServer.Reply, _ context: ChannelHandlerContext) {
        switch reply {
        case .answer(let status, let headers, let body):
            var head = "HTTP/1.1 \(status) Whatever\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            if headers["Content-Length"] == nil, status != 304 { head += "Content-Length: \(body.count)\r\n" }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: Array((head + "\r\n").utf8) + body)), promise: nil)
        case .raw(let bytes):
            let context = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.value.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes))).whenComplete { _ in
                context.value.close(mode: .output, promise: nil)
            }
        case .stall(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        }
    }
}
