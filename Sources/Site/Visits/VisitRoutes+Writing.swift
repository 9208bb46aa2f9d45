import Aero
import Hummingbird
import NIOCore
import Visits

/// What people do to visits. All of it needs the right to write.
extension VisitRoutes {
    /// Bytes of a body: the largest file in base64, and what stands around it.
    private static let largestBody = ReportCopy.largest / 3 * 4 + 100_000

    private func bytes(_ request: Request, _ context: SiteContext, upTo bytes: Int) async throws -> [UInt8] {
        try permission.check(request.head, context.visitor)
        var limits = limits
        // A file takes its time.
        limits.pieceSeconds *= max(1, bytes / 500_000)
        limits.bodyBytes = bytes
        return try await SmallBody.collect(request, of: context.channel, limits: limits)
    }

    private func intake(_ desk: any VisitDesk, _ context: SiteContext) async -> VisitIntake {
        VisitIntake(
            gazetteer: await settledGazetteer(),
            person: person(context),
            time: wall(),
            sha256: { desk.sha256(of: $0) }
        )
    }

    func begin(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let bytes = try await bytes(request, context, upTo: Self.largestBody)
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let intake = await intake(desk, context)
        let (acts, copies) = try await readings.read { () throws(APIError) in try intake.beginning(bytes) }
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.begin(acts, copies: copies, by: person, at: time)
        }
        return .json(await document(kept, reader, context), status: .created)
    }

    func addReport(
        to id: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let bytes = try await bytes(request, context, upTo: Self.largestBody)
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let before = try await visit(id, context)
        let intake = await intake(desk, context)
        let (acts, copies) = try await readings.read { () throws(APIError) in
            try intake.acts(try intake.request(bytes), to: before.visit)
        }
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.apply(acts, copies: copies, to: id, after: before.version, by: person, at: time)
        }
        return .json(await document(kept, reader, context))
    }

    func change(
        _ id: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let body = try SourceRequest.decode(
            VisitChangeRequest.self,
            try await bytes(request, context, upTo: 65_536)
        )
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let before = try await visit(id, context)
        guard body.after == before.version else {
            throw APIError(VisitKeepingError.changedMeanwhile(changes: before.version))
        }
        let reading = VisitActReader(kept: before, places: await settledGazetteer())
        let make = { @Sendable () throws(APIError) -> [VisitChange.Act] in
            var reading = reading
            return try reading.acts(body, by: person, at: time)
        }
        // What reads a text anew waits with the reports.
        let acts = try await body.isReading ? readings.read(make) : make()
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.apply(acts, copies: [], to: id, after: before.version, by: person, at: time)
        }
        // Its watches end with it.
        if kept.visit.status == .closed, before.visit.status != .closed { _ = try await keep([], of: id, by: person) }
        return .json(await document(kept, reader, context))
    }

    /// Watches a visit: rules are made of it as it stands, written down in it, and put to work.
    func watch(
        _ id: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let asked = try await outlets(request, context)
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let before = try await visit(id, context)
        guard before.visit.status != .closed else {
            throw APIError.invalid("status", "the visit is closed: open it again first")
        }
        let maker = VisitRuleMaker(
            visit: before.visit,
            id: id,
            title: reader.title(of: before.visit),
            outlets: asked ?? VisitRuleMaker.outlets(of: before.visit.rules)
        )
        let rules = maker.rules()
        guard !rules.isEmpty else { throw APIError.invalid("stops", "confirm a stop with an airport first") }
        let kept = try await keep(rules, of: id, by: person)
        var after = before
        if rules != before.visit.rules {
            after = try await ask { () async throws(VisitKeepingError) in
                try await desk.apply([.setRules(rules)], copies: [], to: id, after: nil, by: person, at: time)
            }
        }
        return .json(VisitRulesDocument.json(after, reader, watches: kept))
    }

    /// - Returns: `nil` where nothing watches.
    private func keep(_ rules: [VisitRule], of id: String, by person: String) async throws(APIError) -> [KeptWatch]? {
        guard let watches else { return nil }
        let texts = rules.map { WatchText.json(Array($0.json.utf8)) }
        do throws(WatchDeskError) { return try await watches.keep(texts, ofVisit: id, by: person) } catch {
            throw APIError(error)
        }
    }

    /// Who is to be told, out of a body that need not be there.
    private func outlets(_ request: Request, _ context: SiteContext) async throws -> [String]? {
        struct Body: Decodable { var outlets: [String] }
        guard request.headers[.contentType] != nil else {
            try SiteResponder.refuseBody(request)
            return nil
        }
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let outlets = try SourceRequest.decode(Body.self, body).outlets
        guard (1...16).contains(outlets.count), outlets.allSatisfy({ (1...64).contains($0.utf8.count) }) else {
            throw APIError.invalid("outlets", "outlets are 1 to 16 names")
        }
        return outlets
    }

    func remove(_ id: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        _ = try await keep([], of: id, by: person)
        let wasThere = try await ask { () async throws(VisitKeepingError) in
            try await desk.remove(id, by: person, at: time)
        }
        guard wasThere else { throw APIError.noVisit }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }
}
