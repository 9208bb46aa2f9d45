import Hummingbird

/// `/api/v1/outlets` and below: where alerts go. For who may write alone: who is told what is private.
struct OutletRoutes: Sendable {
    let desk: (any OutletDesk)?
    let permission: WritePermission
    let limits: SiteConfiguration.Limits
    /// Trials at once.
    let tests: LiveSeats

    static let paths = [
        "/api/v1/outlets", "/api/v1/outlets/{name}", "/api/v1/outlets/{name}/test", "/api/v1/outlets/{name}/again",
    ]

    /// - Parameter pieces: what follows `outlets` in the path.
    func answer(_ pieces: [String], _ request: Request, _ context: SiteContext) async throws -> Response {
        switch (request.method, pieces.count) {
        case (.get, 0), (.head, 0):
            try SiteResponder.refuseBody(request)
            try permission.checkKnowing(context.visitor)
            let desk = try found()
            return .json(
                OutletsDocument.list(try await ask { () async throws(OutletDeskError) in try await desk.outlets() })
            )
        case (.post, 0): return try await add(request, context)
        case (_, 0): throw APIError.methodNotAllowed("GET, HEAD, POST")
        case (.delete, 1): return try await remove(pieces[0], request, context)
        case (_, 1): throw APIError.methodNotAllowed("DELETE")
        case (.post, 2) where pieces[1] == "test": return try await test(pieces[0], request, context)
        case (.post, 2) where pieces[1] == "again": return try await again(pieces[0], request, context)
        case (_, 2) where ["test", "again"].contains(pieces[1]): throw APIError.methodNotAllowed("POST")
        default: throw APIError.notFound
        }
    }

    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let draft = try SourceRequest.decode(OutletRequest.self, body).draft
        let desk = try found()
        let outlet = try await ask { () async throws(OutletDeskError) in try await desk.add(draft) }
        return .json(OutletsDocument.one(outlet), status: .created)
    }

    private func remove(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try permitted(request, context)
        try await ask { () async throws(OutletDeskError) in try await desk.remove(name) }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }

    private func test(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try permitted(request, context)
        guard let seat = tests.take(for: context.countedAddress) else {
            throw APIError.busy("too many outlets are being tried")
        }
        let trouble = try await ask { () async throws(OutletDeskError) in try await desk.test(name) }
        withExtendedLifetime(seat) {}
        return .json(OutletsDocument.trial(trouble))
    }

    private func again(_ name: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try permitted(request, context)
        return .json(
            OutletsDocument.again(try await ask { () async throws(OutletDeskError) in try await desk.again(name) })
        )
    }

    private func permitted(_ request: Request, _ context: SiteContext) throws(APIError) -> any OutletDesk {
        try permission.check(request.head, context.visitor)
        try SiteResponder.refuseBody(request)
        return try found()
    }

    private func found() throws(APIError) -> any OutletDesk {
        guard let desk else {
            throw APIError(status: .notFound, code: "no-outlets", message: "this site keeps no alerts")
        }
        return desk
    }

    private func ask<Value>(_ question: () async throws(OutletDeskError) -> Value) async throws(APIError) -> Value {
        do throws(OutletDeskError) { return try await question() } catch { throw APIError(error) }
    }
}
