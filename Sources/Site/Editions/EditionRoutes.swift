import Aero
import Bundles
import Hummingbird
import Tracking
import Visits

/// `/api/v1/editions` and what of a visit, a flight or a silence concerns them: published, how it differs by now, objections.
///
/// An edition goes to everybody: what it is made of and compared with is what strangers may be told, whoever asks. Objections are for who
/// may write; those that are told stand on the edition's own page.
struct EditionRoutes: Sendable {
    let desk: (any EditionDesk)?
    /// As strangers have them.
    let visits: VisitRoutes
    /// What the telling of flights needs.
    let flights: (any FlightDesk)?

    private enum Route: String, CaseIterable {
        case list = "/api/v1/editions"
        case challenges = "/api/v1/editions/{number}/challenges"
        case challenge = "/api/v1/editions/{number}/challenges/{challenge}"
        case publish = "/api/v1/visits/{id}/editions"
        case difference = "/api/v1/visits/{id}/editions/difference"
        case publishFlight = "/api/v1/aircraft/{hex}/editions"
        case flightDifference = "/api/v1/aircraft/{hex}/editions/difference"

        var methods: String {
            switch self {
            case .list, .difference, .flightDifference: "GET, HEAD"
            case .challenges: "GET, HEAD, POST"
            case .challenge: "PUT"
            case .publish, .publishFlight: "POST"
            }
        }
    }

    static let paths = Route.allCases.map(\.rawValue)
    private static let templates = Route.allCases.map { (PathTemplate($0.rawValue), $0) }

    /// Whether a path is one of these.
    static func answers(_ path: [String]) -> Bool {
        path.starts(with: ["api", "v1", "editions"])
            || path.count > 4 && path[4] == "editions"
                && (path.starts(with: ["api", "v1", "visits"]) || path.starts(with: ["api", "v1", "aircraft"]))
    }

    func answer(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        for (template, route) in Self.templates {
            guard let values = template.values(in: target.path) else { continue }
            let method = request.method == .head ? HTTPRequest.Method.get : request.method
            if method != .post, method != .put { try SiteResponder.refuseBody(request) }
            switch (route, method) {
            case (.list, .get): return .json(try await list(target))
            case (.challenges, .get): return .json(try await challenges(values[0], target, context))
            case (.challenges, .post): return try await object(values[0], request, target, context)
            case (.challenge, .put): return try await settle(values[0], values[1], request, target, context)
            case (.publish, .post): return try await publish(values[0], request, target, context)
            case (.difference, .get): return .json(try await difference(values[0], target, context))
            case (.publishFlight, .post): return try await publishFlight(values[0], request, target, context)
            case (.flightDifference, .get): return .json(try await flightDifference(values[0], target, context))
            default: throw APIError.methodNotAllowed(route.methods)
            }
        }
        throw APIError.notFound
    }

    func theDesk() throws(APIError) -> any EditionDesk {
        guard let desk else { throw .noEditions }
        return desk
    }

    func ask<Value>(_ question: () async throws(EditionDeskError) -> Value) async throws(APIError) -> Value {
        do throws(EditionDeskError) { return try await question() } catch { throw APIError(error) }
    }

    /// What somebody who may write asks for, and in which language he is answered.
    func written<Body: Decodable>(
        _ type: Body.Type,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> (body: Body, language: Draft.Language) {
        try visits.permission.check(request.head, context.visitor)
        let language = try Self.language(try HistoryQuestion(target, allows: ["lang"]))
        let bytes = try await SmallBody.collect(request, of: context.channel, limits: visits.limits)
        return (try SourceRequest.decode(type, bytes), language)
    }

    static func language(_ question: HistoryQuestion) throws(APIError) -> Draft.Language {
        try question.language() == .indonesian ? .indonesian : .english
    }
}

// MARK: - Editions
extension EditionRoutes {
    private func list(_ target: RequestTarget) async throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["lang", "visit", "aircraft"])
        let (language, visit) = (try Self.language(question), question.word("visit"))
        let aircraft = try question.word("aircraft").map { hex throws(APIError) in try HistoryRoutes.aircraft(hex) }
        guard let desk else { return EditionsDocument.json([EditionHead](), language) }
        let all = try await ask { () async throws(EditionDeskError) in try await desk.editions() }
        let asked = all.filter { one in
            (visit.map { one.subject == .visit($0) } ?? true)
                && (aircraft.map { one.subject.aircraft == $0.address } ?? true)
        }
        return EditionsDocument.json(asked, language)
    }

    private func publish(
        _ id: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let (body, language) = try await written(EditionRequest.self, request, target, context)
        let (desk, note) = (try theDesk(), try body.words())
        let asked = try Self.realm(body.realm)
        let kept = try await visits.visit(id, context)
        let seat = try await visits.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let wish = Wish(realm: asked, tellsAircraft: body.aircraft ?? true, isLater: body.later ?? false)
        let material = try await material(kept, wish, gazetteer: await visits.settledGazetteer(), context)
        let head = try await ask { () async throws(EditionDeskError) in
            try await desk.publish(material, note: note)
        }
        return Self.created(head, language)
    }

    static func created(_ head: EditionHead, _ language: Draft.Language) -> Response {
        var answer = Response.json(EditionsDocument.json(head, language), status: .created)
        answer.headers[.location] = EditionFiles.page(head.number, language)
        return answer
    }

    static func realm(_ text: String?) throws(APIError) -> ArchiveRealm? {
        guard let text else { return nil }
        guard let realm = ArchiveRealm(rawValue: text) else {
            throw .editionField(
                "realm",
                "realm is real, imported or simulated",
                "realm adalah real, imported atau simulated"
            )
        }
        return realm
    }

    private func difference(
        _ id: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["lang", "realm", "later", "aircraft"])
        let (language, isLater) = (try Self.language(question), try question.flag("later"))
        let tells = question.word("aircraft") == nil ? nil : try question.flag("aircraft")
        let asked = question.word("realm") == nil ? nil : try question.realm(else: .real)
        let desk = try theDesk()
        let kept = try await visits.visit(id, context)
        let last = try await ask { () async throws(EditionDeskError) in try await desk.last(of: kept.id) }
        let seat = try await visits.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let wish = Wish(
            realm: asked ?? last.flatMap { ArchiveRealm(rawValue: $0.world.rawValue) },
            tellsAircraft: tells ?? last?.tellsAircraft ?? true,
            isLater: isLater
        )
        let material = try await material(kept, wish, gazetteer: visits.gazetteer, context)
        let difference = try await ask { () async throws(EditionDeskError) in try await desk.difference(material) }
        return EditionDifferenceDocument(
            difference: difference,
            tellsAircraft: wish.tellsAircraft,
            language: language
        ).json()
    }

    /// What of a visit is to be told.
    private struct Wish {
        /// `nil`: the usual world.
        let realm: ArchiveRealm?
        let tellsAircraft: Bool
        let isLater: Bool
    }

    /// A visit and what was heard, as strangers may be told: whoever asks is one here.
    private func material(
        _ kept: KeptVisit,
        _ wish: Wish,
        gazetteer: Gazetteer,
        _ context: SiteContext
    ) async throws(APIError) -> EditionMaterial {
        var realm = ArchiveRealm.real
        if let asked = wish.realm { realm = asked } else { realm = await visits.access.usualRealm() }
        var ranked: RankedVisit?
        if wish.tellsAircraft {
            ranked = try await visits.ranking(
                kept,
                realm,
                later: wish.isLater,
                Self.stranger(context),
                isHandedOn: true
            )
        }
        return EditionMaterial(
            kept: kept,
            ranked: ranked,
            gazetteer: gazetteer,
            realm: realm,
            realms: visits.access.realms
        )
    }
}

extension EditionRoutes {
    /// Whoever asks, as strangers ask.
    static func stranger(_ context: SiteContext) -> SiteContext {
        var stranger = context
        stranger.visitor.isForeign = true
        return stranger
    }
}

// MARK: - Objections
extension EditionRoutes {
    private func challenges(
        _ number: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let language = try Self.language(try HistoryQuestion(target, allows: ["lang"]))
        try visits.permission.checkKnowing(context.visitor)
        let (desk, number) = (try theDesk(), try Self.edition(number))
        let book = try await ask { () async throws(EditionDeskError) in try await desk.challenges(to: number) }
        return ChallengesDocument(book: book, language: language).json()
    }

    private func object(
        _ number: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let (body, language) = try await written(ChallengeRequest.self, request, target, context)
        let (desk, number) = (try theDesk(), try Self.edition(number))
        let book = try await ask { () async throws(EditionDeskError) in
            try await desk.take([body.entry], for: number)
        }
        let document = ChallengesDocument(book: book, language: language).json(of: book.challenges.count)
        return .json(document, status: .created)
    }

    private func settle(
        _ number: String,
        _ challenge: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let (body, language) = try await written(ChallengeAnswerRequest.self, request, target, context)
        let (desk, number) = (try theDesk(), try Self.edition(number))
        guard let place = try? EditionFiles.number(challenge) else { throw APIError(.noChallenge(0)) }
        let entries = try body.entries(of: place)
        let book = try await ask { () async throws(EditionDeskError) in try await desk.take(entries, for: number) }
        return .json(ChallengesDocument(book: book, language: language).json(of: place))
    }

    private static func edition(_ text: String) throws(APIError) -> Int {
        guard let number = try? EditionFiles.number(text) else { throw .noEdition }
        return number
    }
}
