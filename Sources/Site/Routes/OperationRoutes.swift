import Hummingbird
import NIOCore

/// `/metrics`, `/healthz` and `/readyz`, for who runs the program.
struct OperationRoutes: RouteGroup {
    let sky: any Sky
    let desk: any SourceDesk
    let machinery: (any Machinery)?
    /// Of everybody's streams.
    let broadcasters: [LiveBroadcaster]
    let seats: LiveSeats
    let gate: Gate
    let counters: RequestCounters
    let version: String
    let hasPublicMetrics: Bool

    var paths: [String] { ["/healthz", "/readyz", "/metrics"] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        switch path {
        case ["healthz"]: return .json(Array(#"{"alive":true}"#.utf8))
        case ["readyz"]: return await readiness()
        case ["metrics"]:
            guard hasPublicMetrics || context.visitor.isLocal || context.visitor.holder != nil else {
                throw APIError(
                    status: .unauthorized,
                    code: "token",
                    message:
                        "figures are given on this machine, to holders of a token, or to all with --metrics public",
                    headers: [.wwwAuthenticate: "Bearer"]
                )
            }
            return await metrics(context)
        default: return nil
        }
    }

    private func readiness() async -> Response {
        let problems = await machinery?.problems() ?? []
        var json = JSONWriter(capacity: 256)
        json.beginObject()
        json.member("ready", problems.isEmpty)
        json.key("reasons")
        json.beginArray()
        for problem in problems {
            json.beginObject()
            json.member("code", problem.code)
            json.member("message", problem.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return .json(json.bytes, status: problems.isEmpty ? .ok : .serviceUnavailable)
    }

    private func metrics(_ context: SiteContext) async -> Response {
        var document = MetricsDocument()
        document.program(version: version, ProcessFigures())
        let counts = await sky.counts()
        document.sky(await sky.status(), counts)
        if !counts.isOfShownOnly {
            document.feeds(await desk.sources())
            document.sinks(await machinery?.sinks() ?? [])
            document.history(await machinery?.history())
        }
        var readers = 0
        for broadcaster in broadcasters { readers += await broadcaster.readerCount }
        document.site(counts.isOfShownOnly ? nil : counters, readers: readers, seats: seats.count, gate)
        return Response(
            status: .ok,
            headers: [.contentType: MetricsText.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: document.text))
        )
    }
}
