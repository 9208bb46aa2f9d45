import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix

/// Makes requests: TLS verified, sizes and times bounded, redirects only within the same host.
struct Fetcher: Sendable {
    let client: HTTPClient
    let timeouts: PollTimeouts
    let agent: String

    /// The settings of the client a fetcher works with.
    static func configuration(_ timeouts: PollTimeouts) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .milliseconds(Int64(timeouts.connect * 1000)),
                read: .milliseconds(Int64(timeouts.silence * 1000))
            ),
            decompression: .enabled(limit: .size(timeouts.largestBody))
        )
        configuration.httpVersion = .http1Only
        // The next poll is the next attempt: nothing is tried behind the limiter's back.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    struct Query: Sendable {
        var origin: String
        /// With its query.
        var path: String
        var headers: [(String, String)] = []
        /// A form to be posted; `nil` for GET.
        var form: String?
        var largestBody: Int?
    }

    private static let mostRedirects = 3

    /// Asks, following redirects on the same host.
    func fetch(_ query: Query) async throws(PollFailure) -> PollAnswer {
        var query = query
        for _ in 0...Self.mostRedirects {
            let answer = try await one(query)
            guard [301, 302, 303, 307, 308].contains(answer.status), query.form == nil else { return answer }
            (query.origin, query.path) = try Self.followed(answer.location, from: query)
        }
        throw .redirected(host: "itself, in a circle")
    }

    /// Where a redirect leads; the keys go along, so it must be the same host, and never from TLS to none.
    static func followed(_ location: String?, from query: Query) throws(PollFailure) -> (String, String) {
        guard let location, location.utf8.count <= 4096, let base = URL(string: query.origin + query.path),
            let url = URL(string: location, relativeTo: base)?.absoluteURL, let host = url.host, let scheme = url.scheme
        else { throw .redirected(host: "an address that is none") }
        let isSame = host.lowercased() == base.host?.lowercased() && url.port == base.port && scheme == base.scheme
        let isUpgrade = host.lowercased() == base.host?.lowercased() && base.scheme == "http" && scheme == "https"
        guard isSame || isUpgrade, url.user == nil else {
            throw .redirected(host: isSame || host.utf8.count > 253 ? "another address" : "\(scheme)://\(host)")
        }
        let name = host.contains(":") ? "[\(host)]" : host
        let origin = "\(scheme)://\(name)\(url.port.map { ":\($0)" } ?? "")"
        let path = url.path(percentEncoded: true)
        return (origin, (path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?\($0)" } ?? ""))
    }

    private func one(_ query: Query) async throws(PollFailure) -> PollAnswer {
        var request = HTTPClientRequest(url: query.origin + query.path)
        request.method = query.form == nil ? .GET : .POST
        request.headers.add(name: "User-Agent", value: agent)
        request.headers.add(name: "Accept", value: "application/json")
        request.headers.add(name: "Accept-Encoding", value: "gzip")
        for (name, value) in query.headers { request.headers.add(name: name, value: value) }
        if let form = query.form {
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        let limit = query.largestBody ?? timeouts.largestBody
        do { return try await bounded(request, limit) } catch { throw failure(error, limit) }
    }

    private struct OutOfTime: Error {}
    private struct TooLarge: Error {}
    private struct BadCoding: Error {}

    /// The whole exchange, against the clock: a server that drips bytes must not hold it for ever.
    private func bounded(_ request: HTTPClientRequest, _ limit: Int) async throws -> PollAnswer {
        let (client, seconds) = (client, timeouts.whole)
        return try await withThrowingTaskGroup(of: PollAnswer.self) { group in
            group.addTask {
                let response = try await client.execute(request, timeout: .milliseconds(Int64(seconds * 1000)))
                return try await Self.collect(response, limit)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw OutOfTime()
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw CancellationError() }
            return answer
        }
    }

    private static func collect(_ response: HTTPClientResponse, _ limit: Int) async throws -> PollAnswer {
        let headers = response.headers
        var answer = PollAnswer(status: Int(response.status.code))
        answer.entityTag = short(headers.first(name: "ETag"))
        answer.lastModified = short(headers.first(name: "Last-Modified"))
        answer.retryAfter = short(headers.first(name: "Retry-After"))
        answer.location = headers.first(name: "Location")
        answer.creditsLeft = headers.first(name: "X-Rate-Limit-Remaining").flatMap { Int($0) }.map {
            max(0, min($0, 1_000_000_000))
        }
        answer.creditsIn = headers.first(name: "X-Rate-Limit-Retry-After-Seconds").flatMap { Double($0) }
        let coding = headers.first(name: "Content-Encoding")?.lowercased() ?? "identity"
        guard ["identity", "gzip", "deflate", "x-gzip", ""].contains(coding) else { throw BadCoding() }
        if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limit { throw TooLarge() }
        for try await piece in response.body {
            guard answer.body.count + piece.readableBytes <= limit else { throw TooLarge() }
            answer.body.append(contentsOf: piece.readableBytesView)
        }
        return answer
    }

    /// A header to be sent back; a long one is none of ours.
    private static func short(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 256, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return text
    }

    private func failure(_ error: any Error, _ limit: Int) -> PollFailure {
        switch error {
        case let failure as PollFailure: return failure
        case is OutOfTime: return .timedOut(seconds: timeouts.whole)
        case is TooLarge: return .tooLarge(limit: limit)
        case is BadCoding: return .broken(reason: "the answer is packed in a way nobody asked for")
        case is CancellationError: return .broken(reason: "stopped")
        case let error as HTTPClientError: return Self.failure(error, timeouts)
        case let error as NIOConnectionError:
            guard let first = error.connectionErrors.first else {
                return .cannotConnect(reason: "name \(error.host) not found")
            }
            return failure(first.error, limit)
        case let error as IOError: return .cannotConnect(reason: Self.reason(error))
        case NIOHTTPDecompression.DecompressionError.limit: return .tooLarge(limit: limit)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            return .broken(reason: "the answer is badly packed")
        case is HTTPParserError: return .broken(reason: "what answers there speaks no HTTP")
        case ChannelError.connectTimeout: return .timedOut(seconds: timeouts.connect)
        case is ChannelError: return .broken(reason: "closed by the other side")
        // Of a library this room does not name; what the other side wrote stays out of it.
        default:
            let isTLS = String(reflecting: type(of: error)).contains("SSL")
            return isTLS
                ? .cannotConnect(reason: "its TLS certificate or handshake is not accepted")
                : .broken(reason: "the connection broke")
        }
    }

    private static func failure(_ error: HTTPClientError, _ timeouts: PollTimeouts) -> PollFailure {
        switch error {
        case .connectTimeout: return .timedOut(seconds: timeouts.connect)
        case .readTimeout: return .timedOut(seconds: timeouts.silence)
        case .deadlineExceeded, .getConnectionFromPoolTimeout: return .timedOut(seconds: timeouts.whole)
        case .remoteConnectionClosed: return .broken(reason: "closed by the other side")
        case .cancelled: return .broken(reason: "stopped")
        case .tlsHandshakeTimeout: return .timedOut(seconds: timeouts.connect)
        default: return .broken(reason: "the answer is no HTTP (\(error.shortDescription.prefix(60)))")
        }
    }

    private static func reason(_ error: IOError) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "connection refused"
        case ENETUNREACH, EHOSTUNREACH: "network unreachable"
        case ECONNRESET, EPIPE: "reset by the other side"
        case ETIMEDOUT: "timed out"
        default: "system error \(error.errnoCode)"
        }
    }
}
