import Aero
import Hummingbird

/// Proxies of the operator, who say truly for whom they ask.
struct ProxyTrust: Sendable {
    let trusted: [InternetRange]

    private static let forwardedFor = HTTPFields.Element.Name("X-Forwarded-For")
    private static let forwardedProto = HTTPFields.Element.Name("X-Forwarded-Proto")
    private static let marks = [
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via",
    ].compactMap { HTTPFields.Element.Name($0) }
    /// Proxies in a row that are looked through at most.
    private static let longestChain = 32

    func trusts(_ address: InternetAddress) -> Bool { trusted.contains { $0.contains(address) } }

    /// For whom a trusted proxy asks: the last address of `X-Forwarded-For` that is not a trusted proxy's itself. What stands before it
    /// was written by the client and may be made up.
    ///
    /// - Returns: the peer itself when it is not trusted, or when what it says cannot be read.
    func client(of peer: InternetAddress, _ headers: HTTPFields) -> InternetAddress {
        guard trusts(peer), let name = ProxyTrust.forwardedFor else { return peer }
        let chain = headers[values: name].joined(separator: ",").split(separator: ",").suffix(ProxyTrust.longestChain)
        var last = peer
        for text in chain.reversed() {
            guard let address = InternetAddress(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" }) else { break }
            last = address
            if !trusts(address) { break }
        }
        return last
    }

    /// Whether a trusted proxy says that the client speaks TLS with it.
    func isSecure(_ peer: InternetAddress?, _ headers: HTTPFields) -> Bool {
        guard let peer, trusts(peer), let name = ProxyTrust.forwardedProto else { return false }
        return headers[name]?.lowercased() == "https"
    }

    /// Whether the request says that it was passed on.
    static func isForwarded(_ headers: HTTPFields) -> Bool { marks.contains { headers.contains($0) } }
}
