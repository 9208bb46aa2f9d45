import Aero
import Hummingbird
import NIOCore

/// Looks at every request before anything is answered: who asks, how often, and whether he may read.
final class Gate: Sendable {
    let permission: WritePermission
    let reading: ReadingRight
    let sessions = SessionTable()
    let requests: AddressLimiter
    let wrongTokens: AddressLimiter
    private let proxies: ProxyTrust
    private let book: (any TokenBook)?
    private let configured: [UInt8]?
    private let isSecure: Bool
    let now: @Sendable () -> Double

    /// The id of the token that stands in the configuration.
    private static let configuredID = "configuration"

    init(
        _ configuration: SiteConfiguration,
        book: (any TokenBook)?,
        now: @escaping @Sendable () -> Double = Gate.clock
    ) {
        let limits = configuration.limits
        permission = WritePermission(configuration, book: book)
        reading = configuration.reading
        proxies = ProxyTrust(trusted: configuration.trustedProxies)
        configured = configuration.token.map { Array($0.utf8) }
        isSecure = configuration.tls != nil
        self.book = book
        self.now = now
        requests = AddressLimiter(
            burst: Double(limits.requestsAtOnce),
            perSecond: Double(limits.requestsPerMinute) / 60,
            capacity: limits.addresses
        )
        wrongTokens = AddressLimiter(
            burst: Double(limits.wrongTokensAtOnce),
            perSecond: Double(limits.wrongTokensPerMinute) / 60,
            capacity: limits.addresses
        )
    }

    private static let start = ContinuousClock.now
    /// Seconds that never go back.
    static let clock: @Sendable () -> Double = {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }

    /// Who asks.
    ///
    /// - Throws: `APIError` 429 when he asks, or tries tokens, too often.
    func admit(_ head: HTTPRequest, of channel: any Channel) throws(APIError) -> Visitor {
        try admit(head, from: channel.remoteAddress?.ipAddress.flatMap { InternetAddress($0) })
    }

    func admit(_ head: HTTPRequest, from peer: InternetAddress?) throws(APIError) -> Visitor {
        let headers = head.headerFields
        var visitor = Visitor()
        visitor.address = peer.map { proxies.client(of: $0, headers) }
        visitor.isSecure = isSecure || proxies.isSecure(peer, headers)
        visitor.isLocal = visitor.address?.isLoopback ?? false
        if let token = Gate.bearer(headers) {
            visitor.holder = try holder(of: token, from: visitor.address)
            visitor.showedWrongToken = visitor.holder == nil
        } else if let secret = SessionCookie.secret(headers, isSecure: visitor.isSecure),
            let id = sessions.holder(secret, now: now())
        {
            visitor.holder = holder(id: id)
            visitor.isBySession = visitor.holder != nil
        }
        if visitor.holder == nil, !visitor.isLocal, let address = visitor.address,
            let wait = requests.take(address, now: now())
        {
            throw .tooMany("too many requests from this address", wait: wait)
        }
        // A proxy on this machine that was not named makes strangers look like us, and so does another site's name that resolves to it.
        if ProxyTrust.isForwarded(headers), visitor.address == peer { visitor.isLocal = false }
        if !permission.isOurs(head) { visitor.isLocal = false }
        return visitor
    }

    /// Whose a token is.
    ///
    /// - Throws: `APIError` 429, without looking at the token, when too many wrong ones came from there.
    func holder(of token: String, from address: InternetAddress?) throws(APIError) -> TokenHolder? {
        let address = address ?? InternetAddress(high: 0, low: 0)
        if let wait = wrongTokens.wait(address, now: now()) {
            throw .tooMany("too many wrong tokens from this address", wait: wait)
        }
        if let configured, WritePermission.isEqual(Array(token.utf8), configured) {
            return holder(id: Gate.configuredID)
        }
        if let holder = book?.holder(of: token) { return holder }
        _ = wrongTokens.take(address, now: now())
        return nil
    }

    private func holder(id: String) -> TokenHolder? {
        guard id == Gate.configuredID else { return book?.holder(id: id) }
        return configured == nil ? nil : TokenHolder(id: id, name: id, scope: .write)
    }

    /// Refuses what a visitor may not read.
    ///
    /// - Throws: `APIError` 401; a browser that asks for a page is led to the sign-in page instead.
    func checkReading(_ route: RouteClass, _ head: HTTPRequest, _ visitor: Visitor) throws(APIError) {
        guard reading == .token, !route.isOpen, visitor.holder == nil else { return }
        if Gate.isNavigation(head), let path = head.path {
            throw APIError(
                status: .seeOther,
                code: "sign-in",
                message: "sign in first",
                headers: [.location: "/sign-in#next=\(Gate.fragment(path))"]
            )
        }
        throw APIError(
            status: .unauthorized,
            code: "token",
            message: "reading needs a token: sign in at /sign-in, or send Authorization: Bearer",
            headers: [.wwwAuthenticate: "Bearer"]
        )
    }

    /// The token of an `Authorization` header.
    /// - Source: RFC 6750, 2.1.
    static func bearer(_ headers: HTTPFields) -> String? {
        let given = (headers[.authorization] ?? "").split(separator: " ", omittingEmptySubsequences: true)
        guard given.count == 2, given[0].lowercased() == "bearer", given[1].utf8.count <= 512 else { return nil }
        return String(given[1])
    }

    private static let fetchMode = HTTPFields.Element.Name("Sec-Fetch-Mode")

    private static func isNavigation(_ head: HTTPRequest) -> Bool {
        guard head.method == .get else { return false }
        if let fetchMode, let mode = head.headerFields[fetchMode] { return mode == "navigate" }
        return head.headerFields[.accept]?.contains("text/html") ?? false
    }

    /// A path as it may stand in a fragment: nothing that ends it or the header.
    private static func fragment(_ path: String) -> String {
        path.utf8.prefix(1024).map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
