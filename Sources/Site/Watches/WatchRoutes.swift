import Aero
import Hummingbird
import Tracking
import Watch

/// `/api/v1/watches`, `/api/v1/watching`: rules, what they would have told, and how we watched.
///
/// Who watches what is nobody's business but that of those who may write.
struct WatchRoutes: Sendable {
    let desk: (any WatchDesk)?
    let alerts: (any AlertDesk)?
    let access: HistoryAccess
    let permission: WritePermission
    let limits: SiteConfiguration.Limits
    let wall: @Sendable () -> Timestamp

    static let paths = [
        "/api/v1/watches", "/api/v1/watches/{id}", "/api/v1/watches/preview", "/api/v1/watches/examples",
        "/api/v1/watches/areas", "/api/v1/watches/areas/{name}", "/api/v1/watching",
    ]

    /// Seconds over which alerts of a rule are counted.
    private static let recent = 30 * 86_400.0
    private static let usualDays = 30

    /// - Parameter pieces: what follows `watches` in the path.
    func answer(_ pieces: [String], _ request: Request, _ context: SiteContext) async throws -> Response {
        guard let desk else { throw APIError.noWatches }
        switch (request.method, pieces.count, pieces.first) {
        case (.get, 0, _), (.head, 0, _): return try await list(desk, request, context)
        case (.post, 0, _): return try await add(desk, request, context)
        case (_, 0, _): throw APIError.methodNotAllowed("GET, HEAD, POST")
        case (.post, 1, "preview"): return try await preview(desk, request, context)
        case (_, 1, "preview"): throw APIError.methodNotAllowed("POST")
        case (.get, 1, "examples"), (.head, 1, "examples"):
            try SiteResponder.refuseBody(request)
            try permission.checkKnowing(context.visitor)
            return .json(WatchesDocument.examples(desk.examples()))
        case (_, 1, "examples"): throw APIError.methodNotAllowed("GET, HEAD")
        case (.get, 1, "areas"), (.head, 1, "areas"):
            try SiteResponder.refuseBody(request)
            try permission.checkKnowing(context.visitor)
            return .json(WatchesDocument.areas(await desk.areas()))
        case (_, 1, "areas"): throw APIError.methodNotAllowed("GET, HEAD")
        case (_, 2, "areas"): return try await area(desk, pieces[1], request, context)
        case (_, 1, let id?): return try await one(desk, id, request, context)
        default: throw APIError.notFound
        }
    }

    private func one(
        _ desk: any WatchDesk,
        _ id: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        switch request.method {
        case .get, .head:
            try SiteResponder.refuseBody(request)
            try permission.checkKnowing(context.visitor)
            guard let watch = await desk.watches().first(where: { $0.id == id }) else { throw APIError(.notFound) }
            return .json(WatchesDocument.one(try await counted([watch])[0]))
        case .put:
            let (text, who) = try await text(request, context)
            do { return .json(WatchesDocument.one(try await desk.replace(id, with: text, by: who))) } catch {
                throw APIError(error)
            }
        case .patch:
            try permission.check(request.head, context.visitor)
            let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
            let isEnabled = try WatchRequest.isEnabled(body)
            do {
                return .json(WatchesDocument.one(try await desk.setEnabled(isEnabled, id, by: Self.who(context))))
            } catch { throw APIError(error) }
        case .delete:
            try permission.check(request.head, context.visitor)
            try SiteResponder.refuseBody(request)
            do { try await desk.remove(id, by: Self.who(context)) } catch { throw APIError(error) }
            return Response(status: .noContent, headers: [.cacheControl: "no-store"])
        default: throw APIError.methodNotAllowed("GET, HEAD, PUT, PATCH, DELETE")
        }
    }

    private func area(
        _ desk: any WatchDesk,
        _ name: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        guard request.method == .put || request.method == .delete else {
            throw APIError.methodNotAllowed("PUT, DELETE")
        }
        try permission.check(request.head, context.visitor)
        guard request.method == .put else {
            try SiteResponder.refuseBody(request)
            do throws(WatchDeskError) { try await desk.removeArea(name, by: Self.who(context)) } catch {
                throw APIError(error)
            }
            return Response(status: .noContent, headers: [.cacheControl: "no-store"])
        }
        guard NamedArea.isName(name) else {
            throw APIError.invalid(
                "name",
                "a name has 1 to 64 small letters, digits and hyphens and begins with a letter"
            )
        }
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        do throws(WatchDeskError) {
            return .json(WatchesDocument.area(try await desk.setArea(name, body, by: Self.who(context))))
        } catch { throw APIError(error) }
    }

    private func list(
        _ desk: any WatchDesk,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try SiteResponder.refuseBody(request)
        try permission.checkKnowing(context.visitor)
        return .json(WatchesDocument.list(try await counted(desk.watches())))
    }

    /// With what they told lately; without where that cannot be read now.
    private func counted(_ watches: [KeptWatch]) async throws -> [KeptWatch] {
        guard let alerts else { return watches }
        let counts = (try? await alerts.counts(since: wall().advanced(bySeconds: -Self.recent))) ?? [:]
        return watches.map { watch in
            var watch = watch
            if let known = counts[watch.id] { (watch.recentAlerts, watch.lastAlert) = (known.count, known.last) }
            return watch
        }
    }

    private func add(
        _ desk: any WatchDesk,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let (text, who) = try await text(request, context)
        do { return .json(WatchesDocument.one(try await desk.add(text, by: who)), status: .created) } catch {
            throw APIError(error)
        }
    }

    private func preview(
        _ desk: any WatchDesk,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let (headers, channel, limits) = (request.headers, context.channel, limits)
        // Who leaves does not wait for it: the looking ends then.
        let document = try await request.body.consumeWithCancellationOnInboundClose { body -> [UInt8] in
            let asked = try WatchRequest(try await SmallBody.collect(body, headers, of: channel, limits: limits))
            var realm = asked.realm
            if realm == nil { realm = await access.usualRealm() }
            let seat = try await access.admit(context)
            defer { withExtendedLifetime(seat) {} }
            do throws(WatchDeskError) {
                let days = asked.days ?? Self.usualDays
                let preview = try await desk.preview(asked.text, days: days, in: realm ?? .real)
                return WatchesDocument.preview(preview, realm: realm ?? .real)
            } catch { throw APIError(error) }
        }
        return .json(document)
    }

    private func text(_ request: Request, _ context: SiteContext) async throws -> (WatchText, who: String) {
        try permission.check(request.head, context.visitor)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let asked = try WatchRequest(body)
        guard asked.days == nil, asked.realm == nil else {
            throw APIError.invalid("days", "days and realm belong to a preview")
        }
        return (asked.text, Self.who(context))
    }

    private static func who(_ context: SiteContext) -> String { context.visitor.holder?.name ?? "this machine" }

    /// `/api/v1/watching`.
    func watching(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        guard request.method == .get || request.method == .head else { throw APIError.methodNotAllowed("GET, HEAD") }
        try SiteResponder.refuseBody(request)
        try permission.checkKnowing(context.visitor)
        guard let desk else { throw APIError.noWatches }
        let question = try HistoryQuestion(target, allows: ["since", "made"])
        let (since, made) = (try question.optionalTime("since"), try question.optionalTime("made"))
        return .json(WatchingDocument.json(await desk.watching(since: since, made: made)))
    }
}

extension APIError {
    static let noWatches = APIError(
        status: .notFound,
        code: "no-watches",
        message: "this server watches nothing: watches need the history"
    )

    init(_ error: WatchDeskError) {
        switch error {
        case .rule(let error):
            let field = error.path.isEmpty ? nil : error.path
            self.init(
                status: .unprocessableContent,
                code: "rule",
                message: error.fault.text(in: .english),
                field: field
            )
            texts = error.fault.texts
            line = error.line > 0 ? error.line : nil
        case .notFound: self.init(status: .notFound, code: "not-found", message: "there is nothing of that name")
        case .areaInUse(let rule):
            self.init(status: .conflict, code: "in-use", message: "the watch \(rule) asks for this area")
        case .tooMany(let most):
            self.init(status: .conflict, code: "too-many-watches", message: "there are \(most) already")
        case .unwritable(let reason):
            self.init(status: .serviceUnavailable, code: "unwritable", message: reason)
            texts = ["en": reason, "id": "ini tidak dapat ditulis (\(reason))"]
        case .byHand(let file):
            self.init(
                status: .serviceUnavailable,
                code: "unwritable",
                message: "this is the file \(file) of the data folder, written by hand; change it there"
            )
            texts = [
                "en": message,
                "id": "ini berkas \(file) di folder data, yang ditulis dengan tangan; ubahlah di sana",
            ]
        case .noHistory: self = .noHistory
        case .busy: self = .busy("another preview is being made")
        case .unreadable: self = APIError(.failed(""))
        }
    }
}
