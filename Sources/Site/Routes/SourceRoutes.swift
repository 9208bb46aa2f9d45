import Hummingbird
import NIOCore
import ServiceLifecycle

/// `/api/v1/sources` and below.
struct SourceRoutes: Sendable {
    let desk: any SourceDesk
    let sky: any Sky
    let permission: WritePermission
    let limits: SiteConfiguration.Limits
    let tests: LiveSeats
    /// Whether anything is hidden from the one who asks.
    var hidesAnything: @Sendable () -> Bool = { false }
    let reception: ReceptionRoute

    static let paths = [
        "/api/v1/sources", "/api/v1/sources/test", "/api/v1/sources/{id}", "/api/v1/sources/{id}/reception",
    ]

    /// - Parameter pieces: what follows `sources` in the path.
    func answer(
        _ pieces: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        switch (request.method, pieces.count) {
        case (.get, 0), (.head, 0): return try await list(request, context)
        case (.post, 0): return try await add(request, context)
        case (_, 0): throw APIError.methodNotAllowed("GET, HEAD, POST")
        case (.post, 1) where pieces[0] == "test": return try await test(request, context)
        case (.patch, 1): return try await change(pieces[0], request, context)
        case (.delete, 1): return try await remove(pieces[0], request, context)
        case (_, 1): throw APIError.methodNotAllowed(pieces[0] == "test" ? "POST" : "PATCH, DELETE")
        case (.get, 2) where pieces[1] == "reception", (.head, 2) where pieces[1] == "reception":
            try SiteResponder.refuseBody(request)
            return try await reception.answer(pieces[0], target)
        case (_, 2) where pieces[1] == "reception": throw APIError.methodNotAllowed("GET, HEAD")
        default: throw APIError.notFound
        }
    }

    /// Addresses of feeders and paths of files tell where receivers are: only who may write gets them.
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try SiteResponder.refuseBody(request)
        var sources = await desk.sources()
        if !permission.knowsSources(context.visitor) {
            for index in sources.indices {
                sources[index].specification = ""
                sources[index].detail = nil
                sources[index].poll?.hideFromStrangers()
                sources[index].radio = nil
                // Held beside the public tracks it would tell where the coverage of a receiver ends.
                for feeder in sources[index].feeders.indices { sources[index].feeders[feeder].lastHeard = nil }
            }
        }
        let status = await sky.status()
        return .json(
            SourcesDocument.list(
                sources,
                config: desk.configurationName,
                writing: permission.mode,
                mayWrite: permission.knowsSources(context.visitor),
                tellsCounts: !hidesAnything(),
                status.provenance
            )
        )
    }

    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let draft = try await draft(request, context)
        do {
            let source = try await desk.add(draft)
            return .json(SourcesDocument.one(source, await sky.status().provenance), status: .created)
        } catch { throw APIError(error) }
    }

    private func change(_ id: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        let change = try SourceRequest.decode(SourceChange.self, body)
        guard (change.paused == nil) != (change.confirm == nil) else {
            throw APIError.invalid("paused", "say paused, or confirm the terms")
        }
        do {
            let source: SourceStatus
            if let confirm = change.confirm {
                source = try await desk.confirm(
                    terms: confirm.terms,
                    purpose: confirm.purpose,
                    termsLink: confirm.termsLink,
                    id: id
                )
            } else {
                source = try await desk.setPaused(change.paused == true, id: id)
            }
            return .json(SourcesDocument.one(source, await sky.status().provenance))
        } catch { throw APIError(error) }
    }

    private func remove(_ id: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(request.head, context.visitor)
        try SiteResponder.refuseBody(request)
        do { try await desk.remove(id: id) } catch { throw APIError(error) }
        return Response(status: .noContent, headers: [.cacheControl: "no-store"])
    }

    private func test(_ original: Request, _ context: SiteContext) async throws -> Response {
        try permission.check(original.head, context.visitor)
        let bytes = try await SmallBody.collect(original, of: context.channel, limits: limits)
        let draft = try SourceRequest.decode(SourceRequest.self, bytes).draft(isTrial: true)
        // Hummingbird traps when a body that was read to its end is watched for the client's leaving: give it one to read.
        var request = original
        request.body = RequestBody(buffer: ByteBuffer(bytes: bytes))
        guard let seat = tests.take(for: context.countedAddress) else {
            throw APIError.busy("too many sources are being tried")
        }
        let reports: AsyncStream<SourceTestReport>
        do { reports = try await desk.test(draft) } catch { throw APIError(error) }
        let (channel, seconds) = (context.channel, limits.pieceSeconds)
        return Response(
            status: .ok,
            headers: [.contentType: "application/x-ndjson", .cacheControl: "no-store"],
            body: ResponseBody { [request] writer in
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    for await report in reports.cancelOnGracefulShutdown() {
                        let line = ByteBuffer(bytes: SourcesDocument.line(report))
                        try await Deadline.write(line, to: &writer, of: channel, seconds: seconds)
                        if report.isDone { break }
                    }
                }
                withExtendedLifetime(seat) {}
                try await writer.finish(nil)
            }
        )
    }

    private func draft(_ request: Request, _ context: SiteContext) async throws -> SourceDraft {
        try permission.check(request.head, context.visitor)
        let body = try await SmallBody.collect(request, of: context.channel, limits: limits)
        return try SourceRequest.decode(SourceRequest.self, body).draft(isTrial: false)
    }
}
