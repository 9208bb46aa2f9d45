import Aero

/// Which addresses are no place of the public internet.
///
/// - Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), RFC 4291, RFC 6052, RFC 3056. Of IPv6 only 2000::/3 is
///   given out at all; what embeds an IPv4 address is refused whole, so that no address is hidden in another.
enum RefusedRanges {
    private static let table: [(range: String, name: String)] = [
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a shared address (100.64/10)"),
        ("127.0.0.0/8", "a loopback address"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "a documentation address"),
        ("192.31.196.0/24", "a reserved address"),
        ("192.52.193.0/24", "a reserved address"),
        ("192.88.99.0/24", "a reserved address"),
        ("192.168.0.0/16", "a private address"),
        ("192.175.48.0/24", "a reserved address"),
        ("198.18.0.0/15", "a benchmark address"),
        ("198.51.100.0/24", "a documentation address"),
        ("203.0.113.0/24", "a documentation address"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/128", "an unspecified address"),
        ("::1/128", "a loopback address"),
        ("64:ff9b::/96", "an address that embeds another"),
        ("64:ff9b:1::/48", "an address that embeds another"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a site-local address"),
        ("ff00::/8", "a multicast address"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "a documentation address"),
        ("2002::/16", "an address that embeds another"),
        ("3fff::/20", "a documentation address"),
    ]

    private static let ranges: [(range: InternetRange, name: String)] = table.compactMap { row in
        InternetRange(row.range).map { ($0, row.name) }
    }

    private static let global = InternetRange("2000::/3")

    /// What an address is that is refused; `nil` for one of the public internet.
    static func name(of address: InternetAddress) -> String? {
        if let found = ranges.first(where: { $0.range.contains(address) }) { return found.name }
        if address.isFour || global?.contains(address) ?? false { return nil }
        return "a reserved address"
    }

    /// Addresses of a network of one's own: an operator may list hosts there. Not link-local ones, where machines in a cloud are told
    /// their keys, nor what is nobody's.
    static func isOwn(_ address: InternetAddress) -> Bool { own.contains { $0.contains(address) } }

    private static let own = [
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7",
    ].compactMap { InternetRange($0) }
}
