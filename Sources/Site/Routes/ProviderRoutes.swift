import Hummingbird

/// `/api/v1/providers`.
struct ProviderRoutes: RouteGroup {
    let desk: any SourceDesk

    var paths: [String] { ["/api/v1/providers"] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        guard path == ["api", "v1", "providers"] else { return nil }
        return .json(ProvidersDocument.json(await desk.providers()))
    }
}
