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

    private func intake(_ desk: any VisitDesk, _ context: SiteContext) -> VisitIntake {
        VisitIntake(gazetteer: gazetteer, person: person(context), time: wall(), sha256: { desk.sha256(of: $0) })
    }

    func begin(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let bytes = try await bytes(request, context, upTo: Self.largestBody)
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let intake = intake(desk, context)
        let (acts, copies) = try await readings.read { () throws(APIError) in try intake.beginning(bytes) }
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.begin(acts, copies: copies, by: person, at: time)
        }
        return .json(VisitDocument.json(kept, reader), status: .created)
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
        let intake = intake(desk, context)
        let (acts, copies) = try await readings.read { () throws(APIError) in
            try intake.acts(try intake.request(bytes), to: before.visit)
        }
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.apply(acts, copies: copies, to: id, after: before.version, by: person, at: time)
        }
        return .json(VisitDocument.json(kept, reader))
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
        let reading = VisitActReader(kept: before, places: gazetteer)
        let make = { @Sendable () throws(APIError) -> [VisitChange.Act] in
            var reading = reading
            return try reading.acts(body, by: person, at: time)
        }
        // What reads a text anew waits with the reports.
        let acts = try await body.isReading ? readings.read(make) : make()
        let kept = try await ask { () async throws(VisitKeepingError) in
            try await desk.apply(acts, copies: [], to: id, after: before.version, by: person, at: time)
        }
        return .json(VisitDocument.json(kept, reader))
    }

    func makeRules(
        _ id: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let reader = try reader(try HistoryQuestion(target, allows: ["lang"]), context)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let before = try await visit(id, context)
        let rules = VisitRuleMaker(visit: before.visit, title: reader.title(of: before.visit)).rules()
        guard !rules.isEmpty else { throw APIError.invalid("stops", "confirm a stop with an airport first") }
        var kept = before
        if rules != before.visit.rules {
            kept = try await ask { () async throws(VisitKeepingError) in
                try await desk.apply([.setRules(rules)], copies: [], to: id, after: nil, by: person, at: time)
            }
        }
        return .json(VisitRulesDocument.json(kept, reader, isKept: false))
    }

    func remove(_ id: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let (desk, person, time) = (try theDesk(), person(context), wall())
        let wasThere = try await ask { () async throws(VisitKeepingError) in
            try await desk.remove(id, by: person, at: time)
        }
        guard wasThere else { throw APIError.noVisit }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }
}
