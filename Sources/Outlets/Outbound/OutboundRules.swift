import Aero

/// Where requests may go beside the public internet: what the operator listed.
public struct OutboundRules: Hashable, Sendable {
    /// A host the operator listed.
    public struct Listed: Hashable, Sendable {
        let host: String
        /// `nil`: 443 and 80.
        let port: Int?

        /// Reads `HOST`, `HOST:PORT`, an address, or `[IPv6]:PORT`.
        public init(_ text: String) throws(OutboundFailure) {
            guard !text.contains("/"), !text.contains("?") else {
                throw .badAddress(.notHostAlone)
            }
            let isBare = text.contains("::") || text.count { $0 == ":" } > 1
            let address = try WebAddress("http://" + (isBare && !text.hasPrefix("[") ? "[\(text)]" : text))
            host = address.hostText
            let hasPort = text.hasPrefix("[") ? text.contains("]:") : !isBare && text.contains(":")
            port = hasPort ? address.port : nil
        }
    }

    public var listed: [Listed]

    public init(listed: [Listed] = []) { self.listed = listed }

    func isListed(_ address: WebAddress) -> Bool {
        listed.contains { entry in
            entry.host == address.hostText
                && (entry.port.map { $0 == address.port } ?? [80, 443].contains(address.port))
        }
    }
}
