import Aero
import Hummingbird
import Tracking
import Watch

/// `/api/v1/alerts`, `/api/v1/alerts/{id}` and `…/messages`: what was told, and what that rests on.
///
/// Strangers are given what public rules told, of aircraft that they are shown, and no sooner than they are shown anything.
struct AlertRoutes: Sendable {
    let desk: (any AlertDesk)?
    let discretion: Discretion
    let audience: Audience
    let permission: WritePermission
    /// A look into raw messages is a heavy question about the past.
    let access: HistoryAccess
    /// The latest moment this audience is shown.
    let latest: @Sendable () async -> Timestamp
    let wall: @Sendable () -> Timestamp

    static let paths = ["/api/v1/alerts", "/api/v1/alerts/{id}", "/api/v1/alerts/{id}/messages"]

    /// Alerts in one answer.
    static let most = 500
    private static let usual = 100

    /// - Parameter pieces: what follows `alerts` in the path.
    func answer(
        _ pieces: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        guard request.method == .get || request.method == .head else { throw APIError.methodNotAllowed("GET, HEAD") }
        try SiteResponder.refuseBody(request)
        guard let desk else { throw APIError.noWatches }
        switch pieces.count {
        case 0: return try await list(desk, target, context)
        case 1: return try await one(desk, pieces[0], context)
        case 2 where pieces[1] == "messages": return try await messages(desk, pieces[0], context)
        default: throw APIError.notFound
        }
    }

    /// Whether who asks may read private rules' alerts, their evidence and deliveries.
    private func knowsAll(_ context: SiteContext) -> Bool {
        audience == .operators && permission.knowsSources(context.visitor)
    }

    private func list(
        _ desk: any AlertDesk,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let question = try HistoryQuestion(target, allows: ["since", "before", "watch", "visit", "limit"])
        let knowsAll = knowsAll(context)
        // Which visits are watched is not for everybody.
        let visit = question.word("visit")
        if visit != nil { try permission.checkKnowing(context.visitor) }
        var asked = AlertQuestion(
            since: try question.optionalTime("since"),
            before: try question.optionalTime("before"),
            watch: question.word("watch"),
            visit: visit,
            limit: Int(try question.number("limit", 1...Double(Self.most), else: Double(Self.usual))),
            isPublicOnly: !knowsAll
        )
        if !knowsAll { await delay(&asked) }
        let (told, next) = try await shown(desk, asked)
        return .json(AlertsDocument.list(told, next: next, withAll: knowsAll))
    }

    /// Nothing later than this audience is shown.
    private func delay(_ question: inout AlertQuestion) async {
        let latest = await latest()
        question.before = min(latest, question.before ?? latest)
    }

    /// What the watches of a visit told, as far as who asks may read it; `nil` where no alerts are kept or they cannot be read now.
    func ofVisit(_ id: String, limit: Int, _ context: SiteContext) async -> (alerts: [ToldAlert], hasMore: Bool)? {
        guard let desk else { return nil }
        let knowsAll = knowsAll(context)
        var question = AlertQuestion(visit: id, limit: limit, isPublicOnly: !knowsAll)
        if !knowsAll { await delay(&question) }
        guard let (alerts, next) = try? await shown(desk, question) else { return nil }
        return (alerts, next != nil)
    }

    /// Those that may be shown; who is hidden leaves no gap, and no sign.
    private func shown(
        _ desk: any AlertDesk,
        _ question: AlertQuestion
    ) async throws(APIError) -> (alerts: [ToldAlert], next: Timestamp?) {
        let asked = question.before
        var question = question
        let wanted = question.limit
        var kept: [ToldAlert] = []
        // One more than is given tells whether there are more.
        question.limit = wanted + 1
        for _ in 0..<Self.pages {
            let page: [ToldAlert]
            do throws(AlertDeskError) { page = try await desk.alerts(question) } catch { throw APIError(error) }
            kept += page.filter { told in
                mayBeShown(told) && !kept.contains { $0.record.id == told.record.id }
            }
            guard kept.count <= wanted, page.count == wanted + 1, let last = page.last else { break }
            question.before = Self.border(behind: last.record.time, question.before)
        }
        let next = kept.count > wanted ? Self.border(behind: kept[wanted - 1].record.time, asked) : nil
        return (Array(kept.prefix(wanted)), next)
    }

    /// Where the next answer begins: at the last one's millisecond once more, for there may be more alerts in it, which their ids tell apart.
    /// Where that was asked for already, behind it.
    private static func border(behind time: Timestamp, _ asked: Timestamp?) -> Timestamp {
        let border = (time.nanoseconds / 1_000_000 + 1) * 1_000_000
        // What is asked comes as a number with three decimals, which few seconds are exactly.
        let isAsked = asked.map { abs($0.nanoseconds - border) < 500_000 } ?? false
        return Timestamp(nanoseconds: isAsked ? border - 1_000_000 : border)
    }

    private static let pages = 20

    private func one(_ desk: any AlertDesk, _ id: String, _ context: SiteContext) async throws -> Response {
        let told = try await readable(desk, id, context)
        return .json(AlertsDocument.one(told, withAll: knowsAll(context)))
    }

    /// The raw messages around its events: for who may know who heard what.
    private func messages(_ desk: any AlertDesk, _ id: String, _ context: SiteContext) async throws -> Response {
        try permission.checkKnowing(context.visitor)
        let told = try await readable(desk, id, context)
        let seat = try await access.admit(context)
        let found = await desk.messages(of: told.record)
        withExtendedLifetime(seat) {}
        return .json(AlertsDocument.messages(found))
    }

    /// - Throws: where there is none, or it is not for who asks.
    private func readable(
        _ desk: any AlertDesk,
        _ id: String,
        _ context: SiteContext
    ) async throws(APIError) -> ToldAlert {
        let unknown = APIError(status: .notFound, code: "not-found", message: "there is no alert of that id")
        guard id.utf8.count == 32, id.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            throw unknown
        }
        let told: ToldAlert?
        do throws(AlertDeskError) { told = try await desk.alert(id) } catch { throw APIError(error) }
        let knowsAll = knowsAll(context)
        guard let told, mayBeShown(told) else { throw unknown }
        if !knowsAll {
            let latest = await latest()
            guard told.record.isPublic, told.record.time < latest else { throw unknown }
        }
        return told
    }

    /// Whether nobody in it is hidden from this audience, then or now.
    private func mayBeShown(_ told: ToldAlert) -> Bool {
        let (rules, now) = (discretion.rules, wall())
        let span = min(told.record.time, now)...max(told.record.time, now)
        return told.record.aircraft.compactMap { AircraftAddress($0) }.allSatisfy {
            !rules.hides($0, from: audience, during: span)
        }
    }
}

extension APIError {
    init(_ error: AlertDeskError) {
        self.init(
            status: .serviceUnavailable,
            code: "alerts",
            message: "alerts cannot be read now; the log of the server says why",
            headers: [.retryAfter: "30"]
        )
    }
}
