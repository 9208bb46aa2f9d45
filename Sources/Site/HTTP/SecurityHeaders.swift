import Hummingbird

/// The headers that every answer carries.
enum SecurityHeaders {
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "worker-src blob:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    /// Names that the library does not know, with what they say. Nothing of ours needs another site, a window of one or a device; the
    /// place of the reader is asked for by tar1090's page alone.
    private static let others: [(HTTPFields.Element.Name, String)] = [
        ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), serial=(), midi=()"
        ),
    ].compactMap { name, value in HTTPFields.Element.Name(name).map { ($0, value) } }

    /// Half a year: a browser that was here once by TLS comes by nothing else. - Source: RFC 6797, 6.1.
    static let strictTransport = "max-age=15552000"

    /// - Parameter isSecure: the answer goes out by TLS.
    static func add(to response: inout Response, isSecure: Bool = false) {
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = policy }
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in others { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = strictTransport }
    }
}
