import Hummingbird

/// The headers that every answer carries.
enum SecurityHeaders {
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "worker-src blob:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    private static let referrerPolicy = HTTPFields.Element.Name("Referrer-Policy")

    static func add(to response: inout Response) {
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let referrerPolicy { response.headers[referrerPolicy] = "no-referrer" }
    }
}
