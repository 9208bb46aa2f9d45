import Hummingbird

/// The cookie of a browser that signed in.
///
/// - Source: RFC 6265, 4.1.2 and 5.3; the prefix of names: RFC 6265bis, 4.1.3.2.
enum SessionCookie {
    /// With TLS the name itself makes browsers insist on `Secure`, `Path=/` and this host.
    static func name(isSecure: Bool) -> String { isSecure ? "__Host-pelacak" : "pelacak" }

    /// The secret a request carries; `nil` when there is none, or when it does not look like one.
    static func secret(_ headers: HTTPFields, isSecure: Bool) -> String? {
        let wanted = name(isSecure: isSecure)
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard sides.count == 2, sides[0].filter({ $0 != " " }) == wanted, sides[1].utf8.count == 64 else {
                    continue
                }
                return String(sides[1])
            }
        }
        return nil
    }

    /// The header that gives the cookie to a browser; without a secret the one that takes it away. It ends with the browser.
    static func header(_ secret: String?, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(secret ?? ""); Path=/; HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "") + (secret == nil ? "; Max-Age=0" : "")
    }
}
