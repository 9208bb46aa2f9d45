import Hummingbird

/// Who may write.
struct WritePermission: Sendable {
    enum Mode: String, Sendable { case open, token }

    let mode: Mode
    private let token: [UInt8]?
    private let listenHost: String

    private static let fetchSite = HTTPFields.Element.Name("Sec-Fetch-Site")

    init(_ configuration: SiteConfiguration) {
        listenHost = configuration.host.lowercased()
        token = configuration.token.map { Array($0.utf8) }
        mode = configuration.token == nil && configuration.listensOnLoopback ? .open : .token
    }

    /// Refuses a writing request that does not come from our own pages or does not carry the token.
    func check(_ head: HTTPRequest) throws(APIError) {
        try checkOrigin(head)
        switch mode {
        case .open: try checkHost(head)
        case .token: try checkToken(head)
        }
    }

    /// Whether a reader may know where the sources are: whoever may write may.
    func knowsSources(_ head: HTTPRequest) -> Bool {
        guard mode == .token else { return true }
        do { try checkToken(head) } catch { return false }
        return true
    }

    /// Another site's name that resolves to this machine must not open a door: only our own names are answered.
    private func checkHost(_ head: HTTPRequest) throws(APIError) {
        let host = WritePermission.hostname(head.authority ?? "")
        guard SiteConfiguration.isLoopback(host) || (!host.isEmpty && host == listenHost) else {
            throw .forbidden("host", "writing is answered under localhost, 127.0.0.1 or [::1] only")
        }
    }

    private func checkOrigin(_ head: HTTPRequest) throws(APIError) {
        let foreign = APIError.forbidden("origin", "writing from another site is refused")
        if let name = WritePermission.fetchSite, let site = head.headerFields[name],
            site != "same-origin", site != "none"
        {
            throw foreign
        }
        guard let origin = head.headerFields[.origin] else { return }
        let own = (head.authority ?? "").lowercased()
        guard !own.isEmpty, origin.lowercased() == "http://\(own)" || origin.lowercased() == "https://\(own)" else {
            throw foreign
        }
    }

    private func checkToken(_ head: HTTPRequest) throws(APIError) {
        let challenge: HTTPFields = [.wwwAuthenticate: "Bearer"]
        guard let token else {
            throw APIError(
                status: .unauthorized,
                code: "token",
                message: "writing is off: no token is configured and the server listens beyond this machine",
                headers: challenge
            )
        }
        let given = (head.headerFields[.authorization] ?? "").split(separator: " ", omittingEmptySubsequences: true)
        guard given.count == 2, given[0].lowercased() == "bearer",
            WritePermission.isEqual(Array(given[1].utf8), token)
        else {
            throw APIError(
                status: .unauthorized,
                code: "token",
                message: "writing needs the token",
                headers: challenge
            )
        }
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
