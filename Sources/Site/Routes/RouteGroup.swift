import Hummingbird

/// Documents that belong together and are read only.
protocol RouteGroup: Sendable {
    /// The paths it answers, as the OpenAPI document writes them: `/v2/hex/{hex}`.
    var paths: [String] { get }

    /// - Parameter path: the pieces of the path, decoded.
    /// - Returns: `nil` when the path is none of this group's.
    /// - Throws: `APIError` for a request that cannot be answered.
    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response?
}

extension RouteGroup {
    var paths: [String] { [] }
}
