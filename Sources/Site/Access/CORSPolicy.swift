import Hummingbird

/// Which other sites' scripts may read what the interfaces answer. Nothing that changes anything is among it, and nothing is ever allowed
/// with credentials: what they read is what a stranger reads.
///
/// - Source: Fetch Standard (WHATWG), 3.2 "CORS protocol".
public enum CORSPolicy: Hashable, Sendable {
    case nobody
    /// Every site.
    case everybody
    /// Sites by their origins, see `origin(_:)`.
    case origins(Set<String>)

    /// An origin as browsers send it: scheme and host in lower case, the port unless it is the scheme's own.
    ///
    /// - Returns: `nil` for what is none: a path, another scheme, `null`.
    public static func origin(_ text: String) -> String? {
        let parts = text.lowercased().split(separator: "://", omittingEmptySubsequences: false)
        guard text.utf8.count <= 300, parts.count == 2, let own = ["http": ":80", "https": ":443"][String(parts[0])]
        else { return nil }
        let host = parts[1].hasSuffix(own) ? parts[1].dropLast(own.count) : parts[1][...]
        guard host.wholeMatch(of: /([a-z0-9._\-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?/) != nil else { return nil }
        return "\(parts[0])://\(host)"
    }

    /// Whether others may ever read an answer of this kind. Sources, pins and sessions are changed under their paths: never.
    static func isShared(_ route: RouteClass, _ path: [String]) -> Bool {
        switch route {
        case .api: !["sources", "pins", "outlets"].contains { path.starts(with: ["api", "v1", $0]) }
        case .live, .readsb, .history: true
        case .query: path.count > 1
        case .page, .edition, .asset, .basemap, .session, .tar1090, .metrics, .health, .feed, .other: false
        }
    }

    /// Answers a browser that asks, on behalf of a script, what it may ask.
    ///
    /// - Returns: `nil` for what is no such question, or of a site that may read nothing.
    func preflight(_ head: HTTPRequest) -> Response? {
        guard head.method == .options, Self.wanted.map({ head.headerFields[$0] }) ?? nil != nil,
            let allowed = allowed(head)
        else { return nil }
        var response = Response(status: .noContent)
        response.headers[.accessControlAllowOrigin] = allowed
        response.headers[.accessControlAllowMethods] = "GET, HEAD"
        // The star means all but Authorization, which is as it should be.
        response.headers[.accessControlAllowHeaders] = "*"
        response.headers[.accessControlMaxAge] = "600"
        vary(&response)
        return response
    }

    /// Lets scripts of the sites that may read an answer.
    func allow(_ response: inout Response, _ head: HTTPRequest) {
        guard self != .nobody else { return }
        vary(&response)
        guard let allowed = allowed(head) else { return }
        response.headers[.accessControlAllowOrigin] = allowed
        response.headers[.accessControlExposeHeaders] = "ETag, Retry-After, X-Pelacak-Credits, X-Pelacak-Simulated"
    }

    /// Whether a script of another site asks.
    static func isForeign(_ head: HTTPRequest) -> Bool {
        guard let origin = head.headerFields[.origin] else { return false }
        let own = (head.authority ?? "").lowercased()
        return origin.lowercased() != "http://\(own)" && origin.lowercased() != "https://\(own)"
    }

    private static let wanted = HTTPFields.Element.Name("Access-Control-Request-Method")

    /// What to say to the site that asks; `nil` for nothing.
    private func allowed(_ head: HTTPRequest) -> String? {
        guard let origin = head.headerFields[.origin] else { return nil }
        switch self {
        case .nobody: return nil
        case .everybody: return "*"
        case .origins(let origins): return origins.contains(origin) ? origin : nil
        }
    }

    /// Where it depends on the site what is said, caches must know.
    private func vary(_ response: inout Response) {
        guard case .origins = self else { return }
        response.headers[.vary] = response.headers[.vary].map { "\($0), Origin" } ?? "Origin"
    }
}
