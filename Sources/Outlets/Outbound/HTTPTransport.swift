import Aero
import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Watch

/// Exchanges over HTTP/1.1, with TLS verified for the request's own host name whatever address is connected to.
///
/// Each exchange has a client of its own: no connection is kept that was checked for another time. Redirects are not followed, and no
/// proxy is used, whatever the environment says.
struct HTTPTransport: OutboundTransport {
    let limits: OutboundLimits
    let agent: String

    private struct OutOfTime: Error {}
    private struct HeadTooLarge: Error {}

    func exchange(
        _ request: OutboundRequest,
        at address: InternetAddress,
        seconds: Double
    ) async throws(OutboundFailure) -> OutboundAnswer {
        // What came until the time was over: a status that was read is an answer, or it would be sent again for nothing.
        let heard = Heard()
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(request, address)) { client in
                try await bounded(request, client, heard, seconds)
            }
        } catch {
            if let answer = heard.answer, !(error is HeadTooLarge) { return answer }
            throw failure(error, seconds)
        }
    }

    private func configuration(_ request: OutboundRequest, _ address: InternetAddress) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .milliseconds(Int64(limits.connectSeconds * 1000)),
                read: .milliseconds(Int64(limits.wholeSeconds * 1000))
            ),
            proxy: nil,
            decompression: .disabled
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.dnsOverride = [request.address.hostText: address.text]
        return configuration
    }

    private func bounded(
        _ request: OutboundRequest,
        _ client: HTTPClient,
        _ heard: Heard,
        _ seconds: Double
    ) async throws -> OutboundAnswer {
        try await withThrowingTaskGroup(of: OutboundAnswer.self) { group in
            group.addTask { try await one(request, client, heard, seconds) }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw OutOfTime()
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw CancellationError() }
            return answer
        }
    }

    /// What was heard so far.
    private final class Heard: Sendable {
        private let kept = Mutex<OutboundAnswer?>(nil)
        var answer: OutboundAnswer? { kept.withLock { $0 } }
        func keep(_ answer: OutboundAnswer) { kept.withLock { $0 = answer } }
    }

    private func one(
        _ request: OutboundRequest,
        _ client: HTTPClient,
        _ heard: Heard,
        _ seconds: Double
    ) async throws -> OutboundAnswer {
        var message = HTTPClientRequest(url: request.address.text)
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        message.headers.add(name: "User-Agent", value: agent)
        message.headers.add(name: "Accept", value: "*/*")
        for (name, value) in request.headers { message.headers.add(name: name, value: value) }
        if request.method != .get { message.body = .bytes(ByteBuffer(bytes: request.body)) }
        let response = try await client.execute(message, timeout: .milliseconds(Int64(seconds * 1000)))
        let head = response.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
        guard head <= limits.largestHead else { throw HeadTooLarge() }
        var answer = OutboundAnswer(status: Int(response.status.code))
        answer.retryAfter = response.headers.first(name: "Retry-After")
        heard.keep(answer)
        for try await piece in response.body {
            let room = limits.largestBody - answer.body.count
            answer.body.append(contentsOf: piece.readableBytesView.prefix(room))
            heard.keep(answer)
            if piece.readableBytes >= room { break }
        }
        return answer
    }

    private func failure(_ error: any Error, _ seconds: Double) -> OutboundFailure {
        switch error {
        case let failure as OutboundFailure: return failure
        case is OutOfTime: return .timedOut(seconds: seconds)
        case is HeadTooLarge: return .tooLarge(limit: limits.largestHead)
        case is CancellationError: return .broken(reason: .reason(.stopped))
        case let error as HTTPClientError: return clientFailure(error)
        case let error as NIOConnectionError:
            guard let first = error.connectionErrors.first else { return .unknownHost }
            return failure(first.error, seconds)
        case let error as IOError: return Self.systemFailure(error)
        case HTTPParserError.headerOverflow: return .tooLarge(limit: limits.largestHead)
        case is HTTPParserError: return .broken(reason: .reason(.noHTTP))
        case ChannelError.connectTimeout:
            return .cannotConnect(reason: .reason(.noConnection, Int(limits.connectSeconds)))
        case is ChannelError: return .broken(reason: .reason(.closed))
        // Of a library this room does not name; what the other side wrote stays out of it.
        default:
            let isTLS = String(reflecting: type(of: error)).contains("SSL")
            return isTLS
                ? .cannotConnect(reason: .reason(.untrusted))
                : .broken(reason: .reason(.broken))
        }
    }

    private func clientFailure(_ error: HTTPClientError) -> OutboundFailure {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout:
            .cannotConnect(reason: .reason(.noConnection, Int(limits.connectSeconds)))
        case .readTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout: .timedOut(seconds: limits.wholeSeconds)
        case .remoteConnectionClosed: .broken(reason: .reason(.closed))
        case .cancelled: .broken(reason: .reason(.stopped))
        default: .broken(reason: .garbled(String(error.shortDescription.prefix(60))))
        }
    }

    private static func systemFailure(_ error: IOError) -> OutboundFailure {
        switch error.errnoCode {
        case ECONNREFUSED: .cannotConnect(reason: .reason(.connectionRefused))
        case ENETUNREACH, EHOSTUNREACH: .cannotConnect(reason: .reason(.unreachable))
        case ECONNRESET, EPIPE: .broken(reason: .reason(.reset))
        case ETIMEDOUT: .cannotConnect(reason: .reason(.connectionTimedOut))
        default: .broken(reason: .reason(.systemError, Int(error.errnoCode)))
        }
    }
}
