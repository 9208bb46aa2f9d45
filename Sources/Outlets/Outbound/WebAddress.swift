public import Aero

/// The address of an HTTP service, read strictly: what browsers forgive is refused, since two readers of a forgiven address may see
/// two different hosts.
public struct WebAddress: Hashable, Sendable {
    public enum Host: Hashable, Sendable {
        /// Lower case, letters, digits, hyphens and dots.
        case name(String)
        case address(InternetAddress)
    }

    public let isSecure: Bool
    public let host: Host
    public let port: Int
    /// Path with query, from its first `/` on; never a fragment.
    public let path: String

    private static let longest = 2048

    /// - Throws: `OutboundFailure.badAddress` that says what is wrong and never repeats the address, which may hold a key.
    public init(_ text: String) throws(OutboundFailure) {
        guard text.utf8.count <= Self.longest else { throw .badAddress(.tooLong(atMost: Self.longest)) }
        // Blanks, controls, backslashes and letters beyond ASCII are where readers of addresses part.
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\\\"<>^`{|}".utf8.contains($0) }) else {
            throw .badAddress(.notASCII)
        }
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, case let scheme = parts[0].lowercased(), scheme == "https" || scheme == "http" else {
            throw .badAddress(.scheme)
        }
        isSecure = scheme == "https"
        let end = parts[1].firstIndex { "/?#".contains($0) } ?? parts[1].endIndex
        let authority = parts[1][..<end]
        let rest = parts[1][end...]
        guard !authority.contains("@") else { throw .badAddress(.userName) }
        guard !rest.contains("#") else { throw .badAddress(.fragment) }
        path = rest.hasPrefix("/") ? String(rest) : "/" + rest
        let (name, number) = try Self.split(authority)
        host = try Self.host(name)
        guard let number else {
            port = isSecure ? 443 : 80
            return
        }
        guard (1...5).contains(number.utf8.count), number.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int(number), (1...65_535).contains(value)
        else { throw .badAddress(.port) }
        port = value
    }

    private init(isSecure: Bool, host: Host, port: Int, path: String) {
        (self.isSecure, self.host, self.port, self.path) = (isSecure, host, port, path)
    }

    /// The same host and port with another path, which begins with `/`.
    func at(_ path: String) -> WebAddress { WebAddress(isSecure: isSecure, host: host, port: port, path: path) }

    /// The path without a `/` at its end, to which more is put.
    var folder: String {
        let plain = path.prefix { $0 != "?" }
        return plain.hasSuffix("/") ? String(plain.dropLast()) : String(plain)
    }

    /// As requests and certificates write the host: without brackets.
    public var hostText: String {
        switch host {
        case .name(let name): name
        case .address(let address): address.text
        }
    }

    /// Scheme, host and port, without the port where it is the scheme's own.
    public var origin: String {
        let name =
            switch host {
            case .name(let name): name
            case .address(let address): address.isFour ? address.text : "[\(address.text)]"
            }
        let usual = isSecure ? 443 : 80
        return (isSecure ? "https://" : "http://") + name + (port == usual ? "" : ":\(port)")
    }

    var text: String { origin + path }

    private static func split(_ authority: Substring) throws(OutboundFailure) -> (Substring, Substring?) {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw .badAddress(.openBracket) }
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw .badAddress(.noColon) }
            return (authority[...end], rest.isEmpty ? nil : rest.dropFirst())
        }
        let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    private static func host(_ text: Substring) throws(OutboundFailure) -> Host {
        if text.hasPrefix("[") {
            let inner = text.dropFirst().dropLast()
            guard inner.contains(":"), !inner.contains("%"), !inner.contains("["),
                let address = InternetAddress(inner)
            else { throw .badAddress(.noIPv6) }
            guard !address.isFour else { throw .badAddress(.bracketedIPv4) }
            return .address(address)
        }
        // One dot at the end is the same name, written in full.
        var name = text.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...253).contains(name.utf8.count), labels.allSatisfy(isLabel) else {
            throw .badAddress(.hostName)
        }
        // A last label that begins like a number makes other readers take the whole for an address: octal, hexadecimal, one number.
        guard let last = labels.last, last.utf8.first.map({ !(48...57).contains($0) }) ?? false else {
            guard isPlainFour(labels), let address = InternetAddress(name) else {
                throw .badAddress(.noIPv4)
            }
            return .address(address)
        }
        return .name(name)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
    }

    private static func isPlainFour(_ labels: [Substring]) -> Bool {
        labels.count == 4
            && labels.allSatisfy { label in
                label.utf8.allSatisfy { (48...57).contains($0) } && (label == "0" || !label.hasPrefix("0"))
                    && Int(label).map { $0 <= 255 } ?? false
            }
    }
}
