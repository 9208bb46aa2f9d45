/// Kinds of addresses that are no place of the public internet, by the names under which databases keep them.
public enum SpecialAddress: String, Hashable, Sendable, CaseIterable {
    case unspecified
    /// Of a private network (RFC 1918, RFC 4193).
    case own
    case shared, loopback, linkLocal, siteLocal, reserved, documentation, benchmark, multicast
    /// One in which another is hidden.
    case embedding

    /// In both languages.
    var words: (english: String, indonesian: String) {
        switch self {
        case .unspecified: ("an unspecified address", "alamat yang tidak ditentukan")
        case .own: ("a private address", "alamat privat")
        case .shared: ("a shared address (100.64/10)", "alamat bersama (100.64/10)")
        case .loopback: ("a loopback address", "alamat loopback")
        case .linkLocal: ("a link-local address", "alamat link-local")
        case .siteLocal: ("a site-local address", "alamat site-local")
        case .reserved: ("a reserved address", "alamat yang dicadangkan")
        case .documentation: ("a documentation address", "alamat untuk dokumentasi")
        case .benchmark: ("a benchmark address", "alamat untuk pengukuran")
        case .multicast: ("a multicast address", "alamat multicast")
        case .embedding: ("an address that embeds another", "alamat yang memuat alamat lain")
        }
    }
}
