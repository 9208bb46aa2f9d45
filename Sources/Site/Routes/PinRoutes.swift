import Aero
import Hummingbird
import Tracking

/// `/api/v1/pins` and below: what is kept of the past whatever the rules of keeping say.
///
/// Reasons and names are the operator's own: the list is given to who may write, as the places of sources are.
struct PinRoutes: Sendable {
    let access: HistoryAccess
    let permission: WritePermission
    let limits: SiteConfiguration.Limits

    static let paths = ["/api/v1/pins", "/api/v1/pins/{number}"]

    /// Pins of a world at most that this interface makes.
    static let most = 100_000

    /// - Parameter pieces: what follows `pins` in the path.
    func answer(
        _ pieces: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        switch (request.method, pieces.count) {
        case (.get, 0), (.head, 0):
            try SiteResponder.refuseBody(request)
            return try await list(target, context)
        case (.post, 0): return try await add(request, target, context)
        case (_, 0): throw APIError.methodNotAllowed("GET, HEAD, POST")
        case (.delete, 1): return try await remove(pieces[0], request, target, context)
        case (_, 1): throw APIError.methodNotAllowed("DELETE")
        default: throw APIError.notFound
        }
    }

    private func list(_ target: RequestTarget, _ context: SiteContext) async throws(APIError) -> Response {
        try permission.checkKnowing(context.visitor)
        let realm = try await realm(target)
        return .json(PinsDocument.list(try await pins(realm), realm: realm))
    }

    private func add(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let realm = try await realm(target)
        var pin = try SourceRequest.decode(PinRequest.self, body).pin(
            who: context.visitor.holder?.name ?? "this machine"
        )
        guard try await pins(realm).count < Self.most else {
            throw APIError.invalid("reason", "there are \(Self.most) pins already")
        }
        let desk = try desk(realm)
        (pin.number, pin.made) = try await ask { [pin] () async throws(ArchiveError) in
            try await desk.pin(pin, in: realm)
        }
        return .json(PinsDocument.one(pin, realm: realm), status: .created)
    }

    private func remove(
        _ text: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        try permission.check(request.head, context.visitor)
        try SiteResponder.refuseBody(request)
        let realm = try await realm(target)
        let desk = try desk(realm)
        guard text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(text),
            try await ask({ () async throws(ArchiveError) in try await desk.unpin(number, in: realm) })
        else { throw APIError(status: .notFound, code: "not-found", message: "there is no pin of this number") }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }

    private func realm(_ target: RequestTarget) async throws(APIError) -> ArchiveRealm {
        try HistoryQuestion(target, allows: ["realm"]).realm(else: await access.usualRealm())
    }

    private func desk(_ realm: ArchiveRealm) throws(APIError) -> any HistoryDesk {
        guard let desk = access.desk, desk.archive(of: realm) != nil else { throw .noHistory }
        return desk
    }

    private func pins(_ realm: ArchiveRealm) async throws(APIError) -> [HistoryPin] {
        let desk = try desk(realm)
        return try await ask { () async throws(ArchiveError) in try await desk.pins(of: realm) }
    }

    private func ask<Value>(_ question: () async throws(ArchiveError) -> Value) async throws(APIError) -> Value {
        do throws(ArchiveError) { return try await question() } catch { throw APIError(error) }
    }
}
