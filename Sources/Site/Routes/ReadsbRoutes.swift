import Hummingbird
import NIOCore

/// What clients of readsb's interface read: the documents below `/data/` about the whole sky, and its query interface.
struct ReadsbRoutes: RouteGroup {
    let pictures: SkyPictures
    let statistics: StatisticsLedger
    let answers: SkyAnswers
    var forms = ReAPIForms()
    private let cache: DocumentCache

    init(
        pictures: SkyPictures,
        statistics: StatisticsLedger,
        answers: SkyAnswers,
        forms: ReAPIForms = ReAPIForms(),
        cache: DocumentCache = DocumentCache()
    ) {
        self.cache = cache
        self.pictures = pictures
        self.statistics = statistics
        self.answers = answers
        self.forms = forms
    }

    var paths: [String] { ["/data/aircraft.json", "/data/stats.json", "/data/outline.json", "/re-api/"] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        switch path {
        case ["data", "aircraft.json"]: return await aircraft(request, context)
        case ["data", "stats.json"]: return await answers.answer(await statistics.json(), request, context)
        case ["data", "outline.json"]: return await outline(request, context)
        case ["re-api"], ["re-api", ""]: return try await query(request, target, context)
        default: return nil
        }
    }

    private func aircraft(_ request: Request, _ context: SiteContext) async -> Response {
        let picture = await pictures.current()
        let document = await cache.document(
            "aircraft",
            second: picture.status.second,
            packs: AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        ) { await ReadsbAircraftDocument(picture).pieces() }
        return answers.document(document, request, context)
    }

    /// How far was heard gives the receiver's place away: empty until it is decided what may be shown.
    private func outline(_ request: Request, _ context: SiteContext) async -> Response {
        var json = JSONWriter()
        json.beginObject()
        json.mark(await pictures.current().status.provenance)
        json.key("actualRange")
        json.beginObject()
        json.key("last24h")
        json.beginObject()
        json.key("points")
        json.beginArray()
        json.endArray()
        for _ in 0..<3 { json.endObject() }
        return await answers.answer(ByteBuffer(bytes: json.bytes), request, context)
    }

    private func query(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let begin = ContinuousClock.now
        let picture = await pictures.current()
        if target.query.count == 1, target.query[0].name.lowercased() == "status" {
            return await answers.answer(ReadsbQueryDocument.status(picture), request, context)
        }
        let question: ReAPIRequest
        do throws(AircraftQueryError) {
            question = try ReAPIRequest(target.query)
            try check(question)
        } catch { throw APIError.badRequest("query", error.message) }
        let bytes: ByteBuffer
        switch question.form {
        case .plain: bytes = ReadsbQueryDocument.plain(picture, question.query, since: begin)
        case .v2: bytes = ReadsbQueryDocument.v2(picture, question.query, since: begin)
        case .binCraft:
            let binary = forms.binCraft?(picture, question.query.indices(in: picture), question.query.box) ?? []
            if !question.isZstd {
                return answers.bytes(binary, type: "application/octet-stream", picture.status.provenance, context)
            }
            bytes = ByteBuffer(bytes: binary)
        }
        guard question.isZstd else { return await answers.answer(bytes, request, context) }
        guard let packed = forms.zstd?(Array(bytes.readableBytesView)) else {
            throw APIError.busy("there is no memory")
        }
        return answers.bytes(packed, type: "application/zstd", picture.status.provenance, context)
    }

    private func check(_ question: ReAPIRequest) throws(AircraftQueryError) {
        if question.form == .binCraft, forms.binCraft == nil { throw .unavailable("binCraft") }
        if question.isZstd, forms.zstd == nil { throw .unavailable("zstd") }
    }
}
