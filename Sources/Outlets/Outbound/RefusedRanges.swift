import Aero
import Watch

/// Which addresses are no place of the public internet.
///
/// - Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), RFC 4291, RFC 6052, RFC 3056. Of IPv6 only 2000::/3 is
///   given out at all; what embeds an IPv4 address is refused whole, so that no address is hidden in another.
enum RefusedRanges {
    private static let table: [(range: String, kind: SpecialAddress)] = [
        ("0.0.0.0/8", .unspecified),
        ("10.0.0.0/8", .own),
        ("100.64.0.0/10", .shared),
        ("127.0.0.0/8", .loopback),
        ("169.254.0.0/16", .linkLocal),
        ("172.16.0.0/12", .own),
        ("192.0.0.0/24", .reserved),
        ("192.0.2.0/24", .documentation),
        ("192.31.196.0/24", .reserved),
        ("192.52.193.0/24", .reserved),
        ("192.88.99.0/24", .reserved),
        ("192.168.0.0/16", .own),
        ("192.175.48.0/24", .reserved),
        ("198.18.0.0/15", .benchmark),
        ("198.51.100.0/24", .documentation),
        ("203.0.113.0/24", .documentation),
        ("224.0.0.0/4", .multicast),
        ("240.0.0.0/4", .reserved),
        ("::/128", .unspecified),
        ("::1/128", .loopback),
        ("64:ff9b::/96", .embedding),
        ("64:ff9b:1::/48", .embedding),
        ("fc00::/7", .own),
        ("fe80::/10", .linkLocal),
        ("fec0::/10", .siteLocal),
        ("ff00::/8", .multicast),
        ("2001::/23", .reserved),
        ("2001:db8::/32", .documentation),
        ("2002::/16", .embedding),
        ("3fff::/20", .documentation),
    ]

    private static let ranges: [(range: InternetRange, kind: SpecialAddress)] = table.compactMap { row in
        InternetRange(row.range).map { ($0, row.kind) }
    }

    private static let global = InternetRange("2000::/3")

    /// What an address is that is refused; `nil` for one of the public internet.
    static func kind(of address: InternetAddress) -> SpecialAddress? {
        if let found = ranges.first(where: { $0.range.contains(address) }) { return found.kind }
        if address.isFour || global?.contains(address) ?? false { return nil }
        return .reserved
    }

    /// Addresses of a network of one's own: an operator may list hosts there. Not link-local ones, where machines in a cloud are told
    /// their keys, nor what is nobody's.
    static func isOwn(_ address: InternetAddress) -> Bool { own.contains { $0.contains(address) } }

    private static let own = [
        "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7",
    ].compactMap { InternetRange($0) }
}
