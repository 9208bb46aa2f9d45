import Aero
import Hummingbird
import NIOCore
import Tracking
import Visits

/// `/api/v1/visits` and below: announced visits, what was said of them, what people made of that, and the aircraft consistent with them.
///
/// A visit is private until somebody makes it public; a stranger is told of a private one that there is none. Texts, files and who did
/// what are told to who may write, as the places of sources are.
struct VisitRoutes: Sendable {
    let desk: (any VisitDesk)?
    /// Says how far rankings were checked.
    let editions: (any EditionDesk)?
    let watches: (any WatchDesk)?
    let alerts: AlertRoutes
    let candidates: (any VisitCandidates)?
    let access: HistoryAccess
    let places: (any PlaceDesk)?
    let book: any AddressBook
    /// On which lists an aircraft stands, as this audience may be told.
    let identities: (any IdentityDesk)?
    let audience: Audience
    let permission: WritePermission
    let limits: SiteConfiguration.Limits
    /// Whether this audience may know who hears what.
    let tellsReception: @Sendable () -> Bool
    /// Where reports are read; all audiences have one.
    let readings: ReportReadings
    /// Who is who, as it may be told in what is handed to others.
    let handedOn: @Sendable () -> (book: any AddressBook, identities: (any IdentityDesk)?)
    let wall: @Sendable () -> Timestamp
    /// These routes as strangers have them; `nil`: these are theirs.
    var asStrangers: (@Sendable () -> VisitRoutes)?

    private enum Route: String, CaseIterable {
        case list = "/api/v1/visits"
        case visit = "/api/v1/visits/{id}"
        case reports = "/api/v1/visits/{id}/reports"
        case text = "/api/v1/visits/{id}/reports/{number}/text"
        case changes = "/api/v1/visits/{id}/changes"
        case candidates = "/api/v1/visits/{id}/candidates"
        case export = "/api/v1/visits/{id}/export"
        case plan = "/api/v1/visits/{id}/plan"
        case watches = "/api/v1/visits/{id}/watches"

        var methods: String {
            switch self {
            case .list: "GET, HEAD, POST"
            case .visit: "GET, HEAD, DELETE"
            case .reports, .changes, .watches: "POST"
            case .text, .candidates, .export, .plan: "GET, HEAD"
            }
        }
    }

    static let paths = Route.allCases.map(\.rawValue)
    private static let templates = Route.allCases.map { (PathTemplate($0.rawValue), $0) }

    func answer(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        for (template, route) in Self.templates {
            guard let values = template.values(in: target.path) else { continue }
            let method = request.method == .head ? HTTPRequest.Method.get : request.method
            if method != .post { try SiteResponder.refuseBody(request) }
            switch (route, method) {
            case (.list, .get): return .json(try await list(target, context))
            case (.list, .post): return try await begin(request, target, context)
            case (.visit, .get): return .json(try await whole(values[0], target, context))
            case (.visit, .delete): return try await remove(values[0], request, context)
            case (.reports, .post): return try await addReport(to: values[0], request, target, context)
            case (.text, .get): return try await text(values[0], values[1], context)
            case (.changes, .post): return try await change(values[0], request, target, context)
            case (.candidates, .get): return .json(try await candidates(values[0], target, context))
            case (.export, .get): return try await export(values[0], target, context)
            case (.plan, .get): return try await plan(values[0], target, context)
            case (.watches, .post): return try await watch(values[0], request, target, context)
            default: throw APIError.methodNotAllowed(route.methods)
            }
        }
        throw APIError.notFound
    }

    var gazetteer: Gazetteer { places?.gazetteer ?? .empty }

    /// What is made of it is kept: a program that has just begun is waited for.
    func settledGazetteer() async -> Gazetteer { await places?.settled() ?? .empty }

    func theDesk() throws(APIError) -> any VisitDesk {
        guard let desk else { throw .noVisits }
        return desk
    }

    func ask<Value>(_ question: () async throws(VisitKeepingError) -> Value) async throws(APIError) -> Value {
        do throws(VisitKeepingError) { return try await question() } catch { throw APIError(error) }
    }

    func reader(_ question: HistoryQuestion, _ context: SiteContext) throws(APIError) -> VisitReader {
        VisitReader(
            gazetteer: gazetteer,
            language: try question.language(),
            knowsPrivate: permission.knowsSources(context.visitor)
        )
    }

    /// A visit that this visitor may see.
    ///
    /// - Throws: `APIError` 404, the same for one that is private and one that never was.
    func visit(_ id: String, _ context: SiteContext) async throws(APIError) -> KeptVisit {
        let desk = try theDesk()
        guard id.utf8.count <= 40 else { throw .noVisit }
        let kept = try await ask { () async throws(VisitKeepingError) in try await desk.visit(id) }
        guard let kept, kept.visit.isPublic || permission.knowsSources(context.visitor) else { throw .noVisit }
        return kept
    }

    func person(_ context: SiteContext) -> String { context.visitor.holder?.name ?? "this machine" }
}

// MARK: - Reading
extension VisitRoutes {
    private func list(_ target: RequestTarget, _ context: SiteContext) async throws(APIError) -> [UInt8] {
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        guard let desk else { return VisitListDocument.json([], reader) }
        let all = try await ask { () async throws(VisitKeepingError) in try await desk.visits() }
        return VisitListDocument.json(all.filter { reader.knowsPrivate || $0.visit.isPublic }, reader)
    }

    private func whole(
        _ id: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        return await document(try await visit(id, context), reader, context)
    }

    /// A visit's document, with who watches for it and what they told.
    func document(_ kept: KeptVisit, _ reader: VisitReader, _ context: SiteContext) async -> [UInt8] {
        var watching: VisitWatching?
        if let told = await alerts.ofVisit(kept.id, limit: VisitWatching.most, context) {
            watching = VisitWatching(alerts: told.alerts, hasMore: told.hasMore)
            if reader.knowsPrivate { watching?.watches = await watches?.watches().filter { $0.visit == kept.id } ?? [] }
        }
        return VisitDocument.json(kept, reader, watching)
    }

    /// The report as it was put in: a text as text, a file as something no browser shows or runs.
    private func text(_ id: String, _ number: String, _ context: SiteContext) async throws(APIError) -> Response {
        try permission.checkKnowing(context.visitor)
        let desk = try theDesk()
        let missing = APIError(status: .notFound, code: "not-found", message: "this report came without a text")
        _ = try await visit(id, context)
        guard number.utf8.count <= 9, let number = Int(number) else { throw missing }
        let copy = try await ask { () async throws(VisitKeepingError) in try await desk.copy(ofReport: number, of: id) }
        guard let copy else { throw missing }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        headers[.contentType] = copy.isText ? "text/plain; charset=utf-8" : "application/octet-stream"
        if !copy.isText { headers[.contentDisposition] = "attachment" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: copy.bytes)))
    }

    private func plan(_ id: String, _ target: RequestTarget, _ context: SiteContext) async throws(APIError) -> Response
    {
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        try permission.checkKnowing(context.visitor)
        let kept = try await visit(id, context)
        let plan = try await theDesk().plan(for: kept.visit)
        return .json(VisitPlanDocument.json(plan, of: kept.visit, reader))
    }

    private func export(
        _ id: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> Response {
        let question = try HistoryQuestion(target, allows: ["format", "lang", "realm", "later"])
        let reader = try reader(question, context)
        guard let format = VisitExport.Format(rawValue: question.word("format") ?? "json") else {
            throw HistoryQuestion.bad("format is json, geojson or csv")
        }
        let later = try question.flag("later")
        let kept = try await visit(id, context)
        var export = VisitExport(kept: kept, reader: reader, exported: wall())
        if question.word("realm") != nil {
            guard format == .json else {
                throw HistoryQuestion.bad("candidates go along in json alone: leave out realm")
            }
            let realm = try question.realm(else: .real)
            // A file goes to others: it holds what strangers are shown, whoever saves it.
            var stranger = context
            stranger.visitor.isForeign = true
            let seat = try await access.admit(context)
            defer { withExtendedLifetime(seat) {} }
            export.candidates = try await (asStrangers?() ?? self).ranked(
                kept,
                realm,
                later: later,
                reader,
                stranger,
                isHandedOn: true
            )
        }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        headers[.contentType] = format.contentType
        headers[.contentDisposition] = "attachment; filename=\"visit-\(kept.id).\(format.rawValue)\""
        let body = ResponseBody(byteBuffer: ByteBuffer(bytes: export.bytes(format)))
        return Response(status: .ok, headers: headers, body: body)
    }
}

// MARK: - Candidates
extension VisitRoutes {
    private func candidates(
        _ id: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["realm", "later", "lang"])
        let (reader, later) = (try reader(question, context), try question.flag("later"))
        let realm = try question.realm(else: await access.usualRealm())
        let kept = try await visit(id, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        return try await ranked(kept, realm, later: later, reader, context)
    }

    /// The candidates document of one world, as this audience is shown it; its asker holds a seat.
    private func ranked(
        _ kept: KeptVisit,
        _ realm: ArchiveRealm,
        later: Bool,
        _ reader: VisitReader,
        _ context: SiteContext,
        isHandedOn: Bool = false
    ) async throws(APIError) -> [UInt8] {
        let ranked = try await ranking(kept, realm, later: later, context, isHandedOn: isHandedOn)
        return CandidatesDocument(
            id: kept.id,
            visit: kept.visit,
            ranked: ranked,
            airports: reader.airportNames(of: kept.visit),
            language: reader.sentenceLanguage,
            checkedVisits: await editions?.scoredVisits()
        ).json()
    }

    /// The ranking of one world, as this audience may be told; its asker holds a seat.
    ///
    /// - Parameter isHandedOn: for what others are handed: of lists that forbid it nothing is told.
    func ranking(
        _ kept: KeptVisit,
        _ realm: ArchiveRealm,
        later: Bool,
        _ context: SiteContext,
        isHandedOn: Bool = false
    ) async throws(APIError) -> RankedVisit {
        guard let candidates else { throw .noHistory }
        // As for flights: who may not be given others' data gets a ranking without them.
        let archive = try access.reader(of: realm, context).archive
        let who = isHandedOn ? handedOn() : (book: book, identities: identities)
        let question = CandidatesQuestion(
            visit: kept.visit,
            id: kept.id,
            realm: realm,
            withLaterClaims: later,
            audience: audience,
            archive: archive,
            book: who.book,
            identities: who.identities,
            isHandedOn: isHandedOn,
            tellsReception: tellsReception(),
            now: await access.latest(of: realm, wall: wall())
        )
        do throws(VisitCandidatesError) { return try await candidates.ranking(for: question) } catch {
            throw APIError(error)
        }
    }
}
