import Hummingbird
import NIOCore

/// `/tar1090/` and `/tar1090/MODE/`: tar1090's own page from the operator's folder, and below both everything it asks for by relative paths.
struct Tar1090Mount: Sendable {
    /// What a path below the mount means.
    enum Found: Hashable {
        /// A document that stands at the root too.
        case document([String], Tar1090Mode)
        /// A file of the page.
        case file([String])
        /// The path of a folder without its slash.
        case folder(String)
    }

    static let name = "tar1090"
    private static let documents: Set<String> = ["data", "re-api", "globe_history", "chunks", "db2"]

    let configuration: Tar1090Configuration
    let sky: any Sky
    let files = StaticFiles()

    /// - Returns: `nil` for a path that is not below the mount.
    func find(_ path: [String]) -> Found? {
        guard path.first == Self.name else { return nil }
        var rest = path.dropFirst()
        var mode = configuration.mode
        if let named = rest.first.flatMap(Tar1090Mode.init(rawValue:)) {
            mode = named
            rest = rest.dropFirst()
        }
        guard let first = rest.first else { return .folder(path.last ?? Self.name) }
        if Self.documents.contains(first) { return .document(Array(rest), mode) }
        return .file(rest == [""] ? ["index.html"] : Array(rest))
    }

    /// A file of the page; the page itself labelled above a sky that is not known to be real.
    func file(
        _ pieces: [String],
        _ request: Request,
        _ context: SiteContext,
        seconds: Int
    ) async throws(APIError) -> Response {
        guard let folder = configuration.folder else { throw .notFound }
        let isPage = pieces == ["index.html"]
        let found =
            isPage
            ? await page(folder, request, context, seconds)
            : await files.answer(folder, pieces, request, context, seconds: seconds)
        guard var answer = found else { throw .notFound }
        answer.headers[.contentSecurityPolicy] = policy
        return answer
    }

    /// An entry of the database out of the page's own folder, which comes before ours.
    func ownDatabase(_ path: [String], _ request: Request, _ context: SiteContext, seconds: Int) async -> Response? {
        guard path.first == "db2", let folder = configuration.folder else { return nil }
        return await files.answer(folder, path, request, context, seconds: seconds)
    }

    /// Sends the browser to the path with its slash, so that relative paths begin there.
    static func redirect(to last: String, _ request: Request) -> Response {
        let query = (request.head.path ?? "").drop { $0 != "?" }
        return Response(status: .movedPermanently, headers: [.location: last + "/" + query])
    }

    private func page(_ folder: String, _ request: Request, _ context: SiteContext, _ seconds: Int) async -> Response? {
        let provenance = await sky.status().provenance
        guard let label = Tar1090Label.bytes(provenance) else {
            return await files.answer(folder, ["index.html"], request, context, seconds: seconds)
        }
        guard let page = await files.bytes(folder, ["index.html"]) else { return nil }
        return .sky(
            Tar1090Label.labelled(page, label),
            type: ContentType.of("index.html"),
            provenance,
            of: context,
            seconds: seconds
        )
    }

    /// The page has inline handlers and styles, and its zstd decoder is WebAssembly in a `data:` address. Every page of ours stays strict.
    var policy: String {
        let images = configuration.allowsForeignImages ? " https:" : ""
        return "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:\(images); connect-src 'self' data:; "
            + "worker-src 'self' blob:; font-src 'self' data:; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'"
    }
}
