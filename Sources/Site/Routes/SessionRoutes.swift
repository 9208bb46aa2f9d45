import Hummingbird
import NIOCore

/// `/api/v1/session`: signing in with a browser, and out.
struct SessionRoutes: Sendable {
    let gate: Gate
    let limits: SiteConfiguration.Limits

    private struct SignIn: Decodable { var token: String }

    func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        switch request.method {
        case .get, .head: return .json(document(context.visitor.holder))
        case .post: return try await begin(request, context)
        case .delete:
            try gate.permission.checkOrigin(request.head, isBySession: context.visitor.isBySession)
            if let secret = SessionCookie.secret(request.headers, isSecure: context.visitor.isSecure) {
                gate.sessions.end(secret)
            }
            return answer(nil, holder: nil, context)
        default: throw APIError.methodNotAllowed("GET, HEAD, POST, DELETE")
        }
    }

    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        // Nobody is signed in by another site.
        try gate.permission.checkOrigin(request.head, isBySession: false)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let token = try SourceRequest.decode(SignIn.self, body).token.filter { !$0.isWhitespace }
        guard !token.isEmpty, token.utf8.count <= 512,
            let holder = try gate.holder(of: token, from: context.visitor.address)
        else {
            throw APIError(status: .unauthorized, code: "token", message: "this token is not known", field: "token")
        }
        return answer(gate.sessions.begin(holder, now: gate.now()), holder: holder, context)
    }

    private func answer(_ secret: String?, holder: TokenHolder?, _ context: SiteContext) -> Response {
        var answer = Response.json(document(holder))
        answer.headers[.setCookie] = SessionCookie.header(secret, isSecure: context.visitor.isSecure)
        return answer
    }

    private func document(_ holder: TokenHolder?) -> [UInt8] {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("reading", gate.reading.rawValue)
        json.member("writing", gate.permission.mode.rawValue)
        json.member("name", holder?.name)
        json.member("scope", holder?.scope.rawValue)
        json.endObject()
        return json.bytes
    }
}
