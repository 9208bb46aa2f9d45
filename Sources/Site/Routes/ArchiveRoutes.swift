import Hummingbird
import NIOCore
import Tracking

/// Questions about what is kept: a table of paths, each with the words it takes, each answered with a document.
protocol ArchiveRoutes: RouteGroup {
    /// The questions, as the OpenAPI document writes their paths.
    associatedtype Route: CaseIterable & RawRepresentable<String> & Sendable

    var access: HistoryAccess { get }
    var answers: SkyAnswers { get }
    static var templates: [(PathTemplate, Route)] { get }
    /// The words a question takes.
    static func words(of route: Route) -> Set<String>

    /// - Parameter values: those of the path.
    func json(
        _ route: Route,
        _ values: [String],
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8]
}

extension ArchiveRoutes {
    /// What `templates` holds.
    static func allTemplates() -> [(PathTemplate, Route)] { Route.allCases.map { (PathTemplate($0.rawValue), $0) } }

    var paths: [String] { Route.allCases.map(\.rawValue) }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        for (template, route) in Self.templates {
            guard let values = template.values(in: path) else { continue }
            let question = try HistoryQuestion(target, allows: Self.words(of: route))
            let realm = try question.realm(else: await access.usualRealm())
            let json = try await json(route, values, question, realm, context)
            return await answers.answer(ByteBuffer(bytes: json), request, context)
        }
        return nil
    }
}
