import Hummingbird
import NIOCore

/// Finds who answers a request, and sees that every answer carries the headers of safety.
struct SiteResponder: HTTPResponder {
    let configuration: SiteConfiguration
    let gate: Gate
    let counters: RequestCounters
    let session: SessionRoutes
    /// What the answers are made of, by who asks: nothing below looks at a sky or an archive but through these.
    let views: SiteViews
    let editions: EditionRoutes
    let editionFiles: EditionFiles
    let basemap: BasemapRoute?
    let tar1090: Tar1090Mount
    let files = StaticFiles()

    @concurrent
    func respond(to request: Request, context original: SiteContext) async throws -> Response {
        var answer: Response
        var context = original
        var kind = RouteClass.other
        var isShared = false
        do {
            guard let target = RequestTarget(request.head.path ?? "") else {
                throw APIError.badRequest("path", "this is not a path")
            }
            kind = RouteClass(target.path)
            isShared = CORSPolicy.isShared(kind, target.path)
            context.visitor = try gate.admit(request.head, of: context.channel)
            context.visitor.isForeign = CORSPolicy.isForeign(request.head)
            try gate.checkReading(kind, request.head, context.visitor)
            if isShared, let preflight = configuration.cors.preflight(request.head) {
                try SiteResponder.refuseBody(request)
                answer = preflight
            } else {
                let view = views.view(of: context.visitor)
                answer = try await route(request, target, context, view)
                if CreditHeader.isCarried(by: kind) { CreditHeader.add(await view.sky.sky.credits(), to: &answer) }
            }
        } catch var error as APIError {
            // A body that was refused unread is not waited for.
            if SiteResponder.declaresBody(request), [303, 401, 403, 404, 405, 429].contains(error.status.code) {
                error.closes = true
            }
            if error.closes { Deadline.closeSoon(context.channel) }
            answer = error.response
        }
        if request.method == .head { answer = answer.createHeadResponse() }
        if isShared { configuration.cors.allow(&answer, request.head) }
        SecurityHeaders.add(to: &answer, isSecure: context.visitor.isSecure)
        counters.count(kind, status: answer.status.code)
        return answer
    }

    private func route(
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext,
        _ view: SiteView
    ) async throws -> Response {
        guard request.head.authority != nil else {
            throw APIError.badRequest("host", "a request names one host", closes: true)
        }
        var path = target.path
        if path.starts(with: ["api", "v1", "sources"]) {
            return try await view.sources.answer(Array(path.dropFirst(3)), request, target, context)
        }
        if path.starts(with: ["api", "v1", "pins"]) {
            return try await view.pins.answer(Array(path.dropFirst(3)), request, target, context)
        }
        if path.starts(with: ["api", "v1", "outlets"]) {
            return try await view.outlets.answer(Array(path.dropFirst(3)), request, context)
        }
        if EditionRoutes.answers(path) { return try await editions.answer(request, target, context) }
        if path.starts(with: ["api", "v1", "visits"]) {
            return try await view.visits.answer(request, target, context)
        }
        if path.starts(with: ["api", "v1", "watches"]) {
            return try await view.watches.answer(Array(path.dropFirst(3)), request, context)
        }
        if path == ["api", "v1", "watching"] { return try await view.watches.watching(request, target, context) }
        if path.starts(with: ["api", "v1", "alerts"]), path.last != "live" {
            return try await view.alerts.answer(Array(path.dropFirst(3)), request, target, context)
        }
        if path == ["api", "v1", "session"] { return try await session.answer(request, context) }
        guard request.method == .get || request.method == .head else { throw APIError.methodNotAllowed("GET, HEAD") }
        try SiteResponder.refuseBody(request)
        let seconds = configuration.limits.pieceSeconds
        var mode = configuration.tar1090.mode
        switch tar1090.find(path) {
        case nil: break
        case .folder(let last): return Tar1090Mount.redirect(to: last, request)
        case .file(let pieces): return try await tar1090.file(pieces, request, context, seconds: seconds)
        case .document(let rest, let named):
            if let own = await tar1090.ownDatabase(rest, request, context, seconds: seconds) { return own }
            (path, mode) = (rest, named)
        }
        for group in view.groups {
            if let answer = try await group.answer(path, request, target, context) { return answer }
        }
        switch path.first {
        case "api" where path.count > 1: return try await api(path, request, target, context, view)
        case "data":
            switch path {
            case ["data", "receiver.json"]: return await view.sky.readsbReceiver(mode)
            default: throw APIError.notFound
            }
        case "basemap":
            guard let basemap else { throw APIError.notFound }
            return try await basemap.answer(Array(path.dropFirst()), request)
        case "editions": return try await editionFiles.answer(request, target, context)
        default: return try await file(path, request, context)
        }
    }

    private func api(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext,
        _ view: SiteView
    ) async throws -> Response {
        guard let (route, values) = APIRoute.find(path) else { throw APIError.notFound }
        switch route {
        case .description: return try await description(request, context)
        case .site: return await view.sky.siteDocument()
        case .live: return try await view.live.answer(request, target, context)
        case .aircraftList: return await view.sky.aircraftList(request, context)
        case .aircraft: return try await view.sky.aircraft(values[0])
        case .trail: return try await view.sky.trail(values[0])
        case .track: return try await view.sky.path(values[0])
        case .receivers: return await view.receivers.answer(context)
        }
    }

    /// The OpenAPI document is a file among the pages, so that what is written is what is served.
    private func description(_ request: Request, _ context: SiteContext) async throws -> Response {
        let seconds = configuration.limits.pieceSeconds
        let folder = configuration.webFolder
        guard var answer = await files.answer(folder, ["openapi.json"], request, context, seconds: seconds) else {
            throw APIError.notFound
        }
        if answer.status == .ok { answer.headers[.contentType] = ContentType.openAPI }
        return answer
    }

    private func file(_ path: [String], _ request: Request, _ context: SiteContext) async throws -> Response {
        let seconds = configuration.limits.pieceSeconds
        let folder: String
        let pieces: [String]
        switch path.first {
        case nil: (folder, pieces) = (configuration.webFolder, ["index.html"])
        case let name? where path.count == 1 && SiteResponder.pageNames.contains(name):
            (folder, pieces) = (configuration.webFolder, [name + ".html"])
        case "web": (folder, pieces) = (configuration.webFolder, Array(path.dropFirst()))
        case "vendor" where path.count == 2 && SiteResponder.vendorNames.contains(path[1]):
            guard let vendor = configuration.vendorFolder else { throw APIError.notFound }
            (folder, pieces) = (vendor, [path[1]])
        default: throw APIError.notFound
        }
        guard let answer = await files.answer(folder, pieces, request, context, seconds: seconds) else {
            throw APIError.notFound
        }
        return answer
    }

    /// All paths that are answered, but for pages and their files, as the OpenAPI document writes them.
    var paths: [String] {
        APIRoute.allCases.map(\.rawValue) + SourceRoutes.paths + PinRoutes.paths + VisitRoutes.paths
            + EditionRoutes.paths + WatchRoutes.paths
            + AlertRoutes.paths + OutletRoutes.paths + [BasemapRoute.path]
            + ["/data/receiver.json", "/api/v1/session"] + views.strangers.groups.flatMap(\.paths)
    }

    /// What is read or removed has no body: one that trickles in would hold the connection.
    static func refuseBody(_ request: Request) throws(APIError) {
        guard declaresBody(request) else { return }
        throw .badRequest("body", "a request that reads or removes has no body", closes: true)
    }

    private static func declaresBody(_ request: Request) -> Bool {
        request.headers[.transferEncoding] != nil || (request.headers[.contentLength] ?? "0") != "0"
    }

    /// Pages beside the map, each `Web/NAME.html`.
    static let pageNames: Set<String> = [
        "flights", "airport", "visits", "visit", "objections", "alerts", "watches", "outlets", "sources", "receiver",
        "about", "api", "sign-in",
    ]
    static let vendorNames: Set<String> = ["maplibre-gl.js", "maplibre-gl.css"]
}
