/// A host and a port, as in `127.0.0.1:30005` or `[::1]:8080`.
struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    var host: String
    var port: Int

    /// Reads `HOST:PORT`; `defaultPort` stands in where the port is left out.
    ///
    /// - Throws: `UsageError` naming what is wrong.
    init(_ text: some StringProtocol, defaultPort: Int? = nil) throws(UsageError) {
        var host = String(text)
        var portText: String?
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let rest = host[host.index(after: end)...]
            host = String(host[host.index(after: host.startIndex)..<end])
            if rest.hasPrefix(":") {
                portText = String(rest.dropFirst())
            } else if !rest.isEmpty {
                portText = String(rest)
            }
        } else if let colon = host.lastIndex(of: ":") {
            portText = String(host[host.index(after: colon)...])
            host = String(host[..<colon])
        }
        let allowed = host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/?#@".utf8.contains($0) }
        guard !host.isEmpty, host.utf8.count <= 253, allowed else { throw UsageError("\"\(text)\" is no HOST:PORT") }
        guard let port = portText.map({ Int($0) }) ?? defaultPort, (0...65_535).contains(port) else {
            throw UsageError("\"\(text)\" has no port between 0 and 65535; write HOST:PORT")
        }
        self.host = host
        self.port = port
    }

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// The user wrote something that cannot be meant; exit status 2.
struct UsageError: Error, CustomStringConvertible, Equatable {
    let description: String
    init(_ description: String) { self.description = description }
}
