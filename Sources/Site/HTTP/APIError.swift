import Hummingbird

/// An answer that tells what is wrong: one line for people, a code for programs.
struct APIError: Error {
    var status: HTTPResponse.Status
    var code: String
    var message: String
    /// The same by language, where pages show it: `en`, `id`.
    var texts: [String: String] = [:]
    /// The key of the request's body that is wrong.
    var field: String?
    /// The line of a text in the body that is wrong, from 1.
    var line: Int?
    var headers: HTTPFields = [:]
    /// The rest of the request is not waited for.
    var closes = false

    static let notFound = APIError(status: .notFound, code: "not-found", message: "there is nothing here")

    static func badRequest(_ code: String, _ message: String, closes: Bool = false) -> APIError {
        APIError(status: .badRequest, code: code, message: message, closes: closes)
    }

    static func forbidden(_ code: String, _ message: String) -> APIError {
        APIError(status: .forbidden, code: code, message: message)
    }

    static func invalid(_ field: String, _ message: String) -> APIError {
        APIError(status: .unprocessableContent, code: "invalid", message: message, field: field)
    }

    static func busy(_ message: String) -> APIError {
        APIError(
            status: .serviceUnavailable,
            code: "busy",
            message: message,
            headers: [.retryAfter: "10"]
        )
    }

    /// - Parameter wait: seconds until it is worth asking again.
    static func tooMany(_ message: String, wait: Double) -> APIError {
        APIError(
            status: .tooManyRequests,
            code: "too-many",
            message: message,
            headers: [.retryAfter: String(Int(max(1, min(3600, wait.rounded(.up)))))]
        )
    }

    static func methodNotAllowed(_ allowed: String) -> APIError {
        APIError(
            status: .methodNotAllowed,
            code: "method",
            message: "only \(allowed) is answered here",
            headers: [.allow: allowed]
        )
    }

    init(
        status: HTTPResponse.Status,
        code: String,
        message: String,
        field: String? = nil,
        headers: HTTPFields = [:],
        closes: Bool = false
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.field = field
        self.headers = headers
        self.closes = closes
    }

    init(_ error: SourceDeskError) {
        switch error {
        case .nameTaken(let name):
            self.init(status: .conflict, code: "name-taken", message: "the name \(name) is taken", field: "name")
        case .invalid(let field, let message):
            self.init(status: .unprocessableContent, code: "invalid", message: message, field: field)
        case .notFound(let id):
            self.init(status: .notFound, code: "not-found", message: "there is no source \(id)")
        case .unwritable(let message):
            self.init(status: .serviceUnavailable, code: "unwritable", message: message)
        }
    }

    /// The body of the answer.
    var json: [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        json.member("error", message)
        if !texts.isEmpty { WatchesDocument.texts("errorText", texts, to: &json) }
        json.member("code", code)
        json.member("field", field)
        json.member("line", line)
        json.endObject()
        return json.bytes
    }

    var response: Response {
        var answer = Response.json(json, status: status)
        for field in headers { answer.headers[field.name] = field.value }
        if closes { answer.headers[.connection] = "close" }
        return answer
    }
}
