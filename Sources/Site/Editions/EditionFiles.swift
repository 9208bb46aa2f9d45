import Aero
import Bundles
import Foundation
import Hummingbird
import Visits

/// `/editions/` and below: what was published, as files. Of an edition's folder those that an edition has; nothing of what lies beside it.
struct EditionFiles: Sendable {
    static let name = "editions"
    /// What an edition consists of, and the objections to it that are told.
    static let names: Set<String> = {
        let languages = [Draft.Language.english, .indonesian]
        return Set(languages.map(EditionPage.name) + languages.map(ObjectionsPage.name) + ["edition.json"])
    }()
    /// The pages have their style in them and ask for nothing.
    static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    let desk: (any EditionDesk)?
    let files = StaticFiles()
    let pieceSeconds: Int

    /// Where an edition is read.
    static func page(_ number: Int, _ language: Draft.Language) -> String {
        "/\(name)/\(number)/" + (language == .english ? "" : EditionPage.name(language))
    }

    /// - Parameter path: the pieces of the path, `editions` first.
    func answer(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let path = target.path
        guard let desk else { throw APIError.noEditions }
        switch path.count {
        case 1: return Tar1090Mount.redirect(to: Self.name, request)
        case 2 where path[1].isEmpty: return try await list(desk, request, target, context)
        case 2: return Tar1090Mount.redirect(to: String(try Self.number(path[1])), request)
        case 3: return try await file(desk, try Self.number(path[1]), path[2], request, context)
        default: throw APIError.notFound
        }
    }

    private func file(
        _ desk: any EditionDesk,
        _ number: Int,
        _ name: String,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        let name = name.isEmpty ? EditionPage.name(.english) : name
        guard Self.names.contains(name), Self.isFolder("\(desk.folder)/\(number)"),
            var answer = await files.answer(
                desk.folder,
                [String(number), name],
                request,
                context,
                seconds: pieceSeconds
            )
        else { throw APIError.notFound }
        answer.headers[.contentSecurityPolicy] = Self.policy
        return answer
    }

    private func list(
        _ desk: any EditionDesk,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let language = try HistoryQuestion(target, allows: ["lang"]).language()
        let page = EditionListPage(try await Self.editions(desk), language == .indonesian ? .indonesian : .english)
        var answer = files.answer(page.bytes, type: ContentType.of("index.html"), request, context, pieceSeconds)
        answer.headers[.contentSecurityPolicy] = Self.policy
        return answer
    }

    private static func editions(_ desk: any EditionDesk) async throws(APIError) -> [EditionHead] {
        do throws(EditionDeskError) { return try await desk.editions() } catch { throw APIError(error) }
    }

    /// A number as it is written, and in no other form.
    static func number(_ text: String) throws(APIError) -> Int {
        guard text.utf8.count <= 9, let number = Int(text), number > 0, String(number) == text else { throw .notFound }
        return number
    }

    /// Whether it is a folder itself: a link leads nowhere.
    private static func isFolder(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeDirectory
    }
}
