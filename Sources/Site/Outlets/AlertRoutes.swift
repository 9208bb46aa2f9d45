import Aero
import Hummingbird
import NIOCore
import Watch

/// `/api/v1/alerts` and below, and the feeds: what the watches told.
struct AlertRoutes: RouteGroup {
    let reader: AlertReader?
    let gate: Gate
    let seats: LiveSeats
    let answers: SkyAnswers

    let paths = [
        "/api/v1/alerts", "/api/v1/alerts/live", "/api/v1/alerts/{id}", "/feeds/{key}.atom",
    ]

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        if path.first == "feeds", path.count == 2 { return try await feed(path[1], request, context) }
        guard path.starts(with: ["api", "v1", "alerts"]), path.count <= 4 else { return nil }
        let reader = try found()
        switch path.count == 4 ? path[3] : nil {
        case nil:
            let question = try AlertQuestion(target)
            let alerts = try await ask { () async throws(AlertOutboxError) in try await reader.alerts(question) }
            return await answers.answer(
                ByteBuffer(bytes: AlertsDocument.list(alerts, for: reader.audience)),
                request,
                context
            )
        case "live"?:
            let after = try Self.after(request, target)
            let stream = AlertStream(reader: reader, seats: seats, pieceSeconds: answers.pieceSeconds)
            return try await stream.answer(request, after: after, context)
        case let id?:
            guard let alert = try await ask({ () async throws(AlertOutboxError) in try await reader.alert(id) }) else {
                throw APIError(status: .notFound, code: "not-found", message: "there is no alert of this id")
            }
            return await answers.answer(
                ByteBuffer(bytes: AlertsDocument.one(alert, for: reader.audience)),
                request,
                context
            )
        }
    }

    /// A feed; what is no feed, or of a key that is none, looks like any other path that is not there.
    private func feed(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        guard let reader, name.hasSuffix(".atom") else { throw APIError.notFound }
        let key = String(name.dropLast(5))
        var question = AlertQuestion(limit: AtomDocument.most)
        let feed: AlertFeed?
        var source = reader
        if key == "public" {
            // Feed readers cannot sign in: where reading needs a token, the public feed is for who shows one.
            guard gate.reading == .public || context.visitor.holder != nil else { throw APIError.notFound }
            source = AlertReader(
                desk: reader.desk,
                audience: .strangers,
                discretion: reader.discretion,
                wall: reader.wall
            )
            feed = nil
        } else {
            guard let found = await reader.desk.feed(key) else { throw APIError.notFound }
            // Who knows the address was given it by the operator.
            source = AlertReader(
                desk: reader.desk,
                audience: .operators,
                discretion: reader.discretion,
                wall: reader.wall
            )
            question.outlet = found.outlet
            feed = found
        }
        let alerts = try await ask { [source, question] () async throws(AlertOutboxError) in
            try await source.alerts(question)
        }
        let document = AtomDocument(alerts: alerts, feed: feed, site: Self.site(request, context))
        let tag = "\"\(document.tag)\""
        var headers: HTTPFields = [.cacheControl: "no-cache", .eTag: tag]
        if StaticFiles.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/atom+xml; charset=utf-8"
        let body = Deadline.body(ByteBuffer(bytes: document.bytes), of: context.channel, seconds: answers.pieceSeconds)
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Where the site is, as who asks calls it; a host that is none of letters and digits is left out.
    private static func site(_ request: Request, _ context: SiteContext) -> String? {
        guard let host = request.head.authority, host.utf8.count <= 260,
            host.wholeMatch(of: /[A-Za-z0-9.\-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?/) != nil
        else { return nil }
        return (context.visitor.isSecure ? "https://" : "http://") + host
    }

    private static func after(_ request: Request, _ target: RequestTarget) throws(APIError) -> Int64? {
        let header = HTTPFields.Element.Name("Last-Event-ID").flatMap { request.headers[$0] }
        guard let text = header ?? target["after"] else { return nil }
        guard let number = AlertQuestion.number(text) else {
            throw .badRequest("after", "after is the number of an alert")
        }
        return number
    }

    private func found() throws(APIError) -> AlertReader {
        guard let reader else {
            throw APIError(status: .notFound, code: "no-alerts", message: "this site keeps no alerts")
        }
        return reader
    }

    private func ask<Value>(_ question: () async throws(AlertOutboxError) -> Value) async throws(APIError) -> Value {
        do throws(AlertOutboxError) { return try await question() } catch {
            throw APIError(status: .serviceUnavailable, code: "unusable", message: error.description)
        }
    }
}
