import Hummingbird

/// Who may write.
struct WritePermission: Sendable {
    enum Mode: String, Sendable { case open, token }

    let mode: Mode
    private let isConfigured: Bool
    private let book: (any TokenBook)?
    private let listenHost: String

    private static let fetchSite = HTTPFields.Element.Name("Sec-Fetch-Site")

    init(_ configuration: SiteConfiguration, book: (any TokenBook)? = nil) {
        listenHost = configuration.host.lowercased()
        isConfigured = configuration.token != nil
        self.book = book
        // Behind a proxy all the world comes from this machine; and who may not read without a token may not write without one.
        let isPrivate =
            configuration.listensOnLoopback && configuration.trustedProxies.isEmpty && configuration.reading == .public
        mode = configuration.token == nil && isPrivate ? .open : .token
    }

    /// Refuses a writing request that does not come from our own pages or does not carry a token that allows it.
    func check(_ head: HTTPRequest, _ visitor: Visitor) throws(APIError) {
        try checkOrigin(head, isBySession: visitor.isBySession)
        switch mode {
        case .open: try checkHost(head)
        case .token: try checkToken(visitor)
        }
    }

    /// Whether a reader may know where the sources are: whoever may write may. Where writing is open, that is whoever sits at this machine
    /// and asks under a name of ours: not whom a proxy passes on, and not a page whose name was made to resolve to this machine.
    ///
    /// A script of another site that may read gets what a stranger gets, also in the browser of one who may write.
    func knowsSources(_ visitor: Visitor) -> Bool {
        !visitor.isForeign && (mode == .open && visitor.isLocal || visitor.holder?.scope == .write)
    }

    /// Refuses a question about what only who may write may know.
    func checkKnowing(_ visitor: Visitor) throws(APIError) {
        guard !knowsSources(visitor) else { return }
        if mode == .open { throw .forbidden("host", "this is answered to who sits at this machine") }
        if visitor.isForeign { throw .forbidden("origin", "this is not answered to another site") }
        try checkToken(visitor)
    }

    /// Whether a request names this machine, and not another site's name that was made to resolve to it.
    func isOurs(_ head: HTTPRequest) -> Bool {
        let host = WritePermission.hostname(head.authority ?? "")
        return SiteConfiguration.isLoopback(host) || (!host.isEmpty && host == listenHost)
    }

    /// Another site's name that resolves to this machine must not open a door: only our own names are answered.
    private func checkHost(_ head: HTTPRequest) throws(APIError) {
        guard isOurs(head) else {
            throw .forbidden("host", "writing is answered under localhost, 127.0.0.1 or [::1] only")
        }
        guard !ProxyTrust.isForwarded(head.headerFields) else {
            throw .forbidden("forwarded", "writing through a proxy needs a token; name the proxy with --trusted-proxy")
        }
    }

    /// - Parameter isBySession: a cookie goes along by itself: then the browser must say that the page is ours.
    func checkOrigin(_ head: HTTPRequest, isBySession: Bool) throws(APIError) {
        let foreign = APIError.forbidden("origin", "writing from another site is refused")
        var isOurs = false
        if let name = WritePermission.fetchSite, let site = head.headerFields[name] {
            guard site == "same-origin" || site == "none" else { throw foreign }
            isOurs = site == "same-origin"
        }
        if let origin = head.headerFields[.origin] {
            let own = (head.authority ?? "").lowercased()
            guard !own.isEmpty, origin.lowercased() == "http://\(own)" || origin.lowercased() == "https://\(own)" else {
                throw foreign
            }
            isOurs = true
        }
        guard isOurs || !isBySession else { throw foreign }
    }

    private func checkToken(_ visitor: Visitor) throws(APIError) {
        if visitor.holder?.scope == .write { return }
        guard visitor.holder == nil else {
            throw .forbidden("scope", "this token allows reading; writing needs one of scope write")
        }
        throw APIError(
            status: .unauthorized,
            code: "token",
            message: isConfigured || book?.hasWriters == true
                ? "writing needs the token"
                : "writing is off: no token is configured and the server listens beyond this machine",
            headers: [.wwwAuthenticate: "Bearer"]
        )
    }

    /// Takes a time that depends on the length of `given` only.
    static func isEqual(_ given: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard !wanted.isEmpty else { return false }
        var difference = UInt8(given.count == wanted.count ? 0 : 1)
        for index in given.indices { difference |= given[index] ^ wanted[index % wanted.count] }
        return difference == 0
    }

    /// The name of `NAME:PORT` or `[::1]:PORT`, lower case.
    static func hostname(_ authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }
}
