/// The documents of our own API that are only read. The responder answers what stands here and nothing else; a test holds the OpenAPI
/// document against it.
enum APIRoute: String, CaseIterable, Sendable {
    case description = "/api/v1/openapi.json"
    case site = "/api/v1/site"
    case live = "/api/v1/live"
    case aircraftList = "/api/v1/aircraft"
    case aircraft = "/api/v1/aircraft/{hex}"
    case trail = "/api/v1/aircraft/{hex}/trail"
    case track = "/api/v1/aircraft/{hex}/track"
    case receivers = "/api/v1/receivers"

    private static let templates = allCases.map { (PathTemplate($0.rawValue), $0) }

    /// The document that a path asks for, and the values of its placeholders; `nil` when there is none.
    static func find(_ path: [String]) -> (route: APIRoute, values: [String])? {
        for (template, route) in templates {
            if let values = template.values(in: path) { return (route, values) }
        }
        return nil
    }
}
