import Aero
import Hummingbird
import NIOCore
import Watch

/// `/api/v1/alerts/live` and `/feeds/{key}.atom`: alerts for who follows them.
struct AlertNewsRoutes: RouteGroup {
    let desk: (any AlertNews)?
    let audience: Audience
    let discretion: Discretion
    let gate: Gate
    let seats: LiveSeats
    let answers: SkyAnswers
    let wall: @Sendable () -> Timestamp

    let paths = ["/api/v1/alerts/live", "/feeds/{key}.atom"]

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        if path == ["api", "v1", "alerts", "live"] { return try await live(request, target, context) }
        guard path.first == "feeds", path.count == 2 else { return nil }
        return try await feed(path[1], request, target, context)
    }

    private func live(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let after = try Self.after(request, target)
        guard let desk else {
            throw APIError(status: .notFound, code: "no-alerts", message: "this site keeps no alerts")
        }
        let knowsAll = audience == .operators && gate.permission.knowsSources(context.visitor)
        let stream = AlertStream(
            reader: reader(desk, knowsAll ? .operators : .strangers),
            seats: seats,
            pieceSeconds: answers.pieceSeconds
        )
        return try await stream.answer(request, after: after, context)
    }

    /// A feed; what is no feed, or of a key that is none, looks like any other path that is not there.
    private func feed(
        _ name: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        guard let desk, name.hasSuffix(".atom") else { throw APIError.notFound }
        let key = String(name.dropLast(5))
        var search = AlertSearch(limit: AtomDocument.most)
        var feed: AlertFeed?
        if key == "public" {
            // Feed readers cannot sign in: where reading needs a token, the public feed is for who shows one.
            guard gate.reading == .public || context.visitor.holder != nil else { throw APIError.notFound }
        } else {
            guard let found = await desk.feed(key) else { throw APIError.notFound }
            (feed, search.outlet) = (found, found.outlet)
        }
        // Not before the key is known: a wrong one is nothing, whatever stands behind it.
        let language = try HistoryQuestion(target, allows: ["lang"]).language()
        // Who knows the address of a private feed was given it by the operator.
        let reader = reader(desk, feed == nil ? .strangers : .operators)
        var alerts: [KeptAlert]
        do throws(AlertOutboxError) { alerts = try await reader.alerts(search) } catch {
            throw APIError(status: .serviceUnavailable, code: "unusable", message: error.description)
        }
        if let feed, let test = await desk.test(ofFeed: feed.outlet) {
            alerts.insert(KeptAlert(number: 0, record: test, correctedBy: nil, deliveries: []), at: 0)
        }
        let document = AtomDocument(
            alerts: alerts,
            feed: feed,
            site: Self.site(request, context),
            language: language == .indonesian ? .indonesian : .english
        )
        let tag = "\"\(document.tag)\""
        var headers: HTTPFields = [.cacheControl: "no-cache", .eTag: tag]
        if StaticFiles.matches(request.headers[.ifNoneMatch], tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/atom+xml; charset=utf-8"
        let body = Deadline.body(
            ByteBuffer(bytes: document.bytes),
            of: context.channel,
            seconds: answers.pieceSeconds
        )
        return Response(status: .ok, headers: headers, body: body)
    }

    private func reader(_ desk: any AlertNews, _ audience: Audience) -> AlertReader {
        AlertReader(desk: desk, audience: audience, discretion: discretion, wall: wall)
    }

    /// Where the site is, as who asks calls it; a host that is none of letters and digits is left out.
    private static func site(_ request: Request, _ context: SiteContext) -> String? {
        guard let host = request.head.authority, host.utf8.count <= 260,
            host.wholeMatch(of: /[A-Za-z0-9.\-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?/) != nil
        else { return nil }
        return (context.visitor.isSecure ? "https://" : "http://") + host
    }

    private static func after(_ request: Request, _ target: RequestTarget) throws(APIError) -> String? {
        let header = HTTPFields.Element.Name("Last-Event-ID").flatMap { request.headers[$0] }
        guard let text = header ?? target["after"] else { return nil }
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ Hexadecimal.value(of: $0) != nil }) else {
            throw .badRequest("after", "after is the id of an alert")
        }
        return text
    }
}
