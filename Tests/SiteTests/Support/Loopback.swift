import NIOCore
import NIOPosix

/// A plain HTTP client over one loopback connection, so that tests see the bytes.
struct Loopback {
    struct Answer: Sendable {
        var status: Int
        /// Names in lower case.
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    enum Failure: Error { case closed, malformed }

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var pending: [UInt8] = []

    /// Opens a connection, lends it, closes it.
    static func with<Value: Sendable>(
        _ port: Int,
        receiveBuffer: Int? = nil,
        _ body: (inout Loopback) async throws -> Value
    ) async throws -> Value {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer))
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(
                        backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2),
                        isOutboundHalfClosureEnabled: true
                    )
                )
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var loopback = Loopback(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&loopback)
        }
    }

    private init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    /// One request on a connection of its own.
    static func ask(
        _ port: Int,
        _ method: String,
        _ target: String,
        headers: [String: String] = [:],
        body: String? = nil
    ) async throws -> Answer {
        try await with(port) { connection in
            try await connection.ask(method, target, headers: headers, body: body)
        }
    }

    /// One reading request on a connection of its own.
    static func ask(_ port: Int, _ target: String, headers: [String: String] = [:]) async throws -> Answer {
        try await ask(port, "GET", target, headers: headers)
    }

    mutating func ask(_ target: String) async throws -> Answer { try await ask("GET", target) }

    mutating func ask(
        _ method: String,
        _ target: String,
        headers: [String: String] = [:],
        body: String? = nil
    ) async throws -> Answer {
        try await send(Loopback.request(method, target, headers: headers, body: body))
        return try await answer(hasBody: method != "HEAD")
    }

    static func request(
        _ method: String,
        _ target: String,
        headers: [String: String] = [:],
        body: String? = nil
    ) -> String {
        var lines = "\(method) \(target) HTTP/1.1\r\n"
        if headers["Host"] == nil { lines += "Host: localhost\r\n" }
        for (name, value) in headers { lines += "\(name): \(value)\r\n" }
        if let body { lines += "Content-Length: \(body.utf8.count)\r\n" }
        return lines + "\r\n" + (body ?? "")
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }
    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Reads the head of an answer.
    mutating func head() async throws -> Answer {
        var lines: [String] = []
        while true {
            let line = try await line()
            if line.isEmpty { break }
            lines.append(line)
        }
        guard let first = lines.first, first.hasPrefix("HTTP/1.1 "), let status = Int(first.dropFirst(9).prefix(3))
        else {
            throw Failure.malformed
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw Failure.malformed }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers[line[..<colon].lowercased()] = String(value)
        }
        return Answer(status: status, headers: headers, body: [])
    }

    /// Reads a whole answer.
    mutating func answer(hasBody: Bool = true) async throws -> Answer {
        try await body(of: try await head(), hasBody: hasBody)
    }

    /// Reads the body of an answer whose head was read.
    mutating func body(of head: Answer, hasBody: Bool = true) async throws -> Answer {
        var answer = head
        guard hasBody, answer.status != 304, answer.status != 204 else { return answer }
        if let length = answer.headers["content-length"].flatMap(Int.init) {
            answer.body = try await take(length)
        } else if answer.headers["transfer-encoding"] == "chunked" {
            while let chunk = try await chunk() { answer.body += chunk }
        }
        return answer
    }

    /// One chunk of a chunked body; `nil` at its end.
    mutating func chunk() async throws -> [UInt8]? {
        guard let length = Int(try await line(), radix: 16) else { throw Failure.malformed }
        let bytes = try await take(length)
        _ = try await take(2)
        return length == 0 ? nil : bytes
    }

    /// Reads until the other side closes.
    mutating func rest() async throws -> [UInt8] {
        while let next = try await inbound.next(isolation: #isolation) { pending += next.readableBytesView }
        defer { pending = [] }
        return pending
    }

    private mutating func line() async throws -> String {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeFirst(end + 1)
                return line.hasSuffix("\r") ? String(line.dropLast()) : line
            }
            try await more()
        }
    }

    mutating func take(_ count: Int) async throws -> [UInt8] {
        while pending.count < count { try await more() }
        defer { pending.removeFirst(count) }
        return Array(pending[..<count])
    }

    private mutating func more() async throws {
        guard let next = try await inbound.next(isolation: #isolation) else { throw Failure.closed }
        pending += next.readableBytesView
    }
}
