import Aero
import Hummingbird
import NIOCore

/// OpenSky's interface: `/api/states/all` and `/api/tracks/all`, from the tracks of this sky.
struct OpenSkyRoutes: RouteGroup {
    let pictures: SkyPictures
    let answers: SkyAnswers
    let countries: CountryNames
    let past: PastPaths
    /// Holds what everybody asks for: the states of the whole sky of now.
    var cache = DocumentCache()

    /// How far before and after a time its flight is looked for, seconds.
    static let reach = 43_200.0

    var paths: [String] { ["/api/states/all", "/api/tracks/all", "/api/tracks"] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        switch path {
        case ["api", "states", "all"]: return try await states(request, target, context)
        case ["api", "tracks"], ["api", "tracks", ""], ["api", "tracks", "all"]:
            return try await track(request, target, context)
        default: return nil
        }
    }

    private func states(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let picture = await pictures.current()
        let (question, isPast) = try understood { () throws(OpenSkyError) in
            let question = try OpenSkyStatesRequest(target.query)
            return (question, try OpenSkyStatesDocument.isPast(question, picture.status.now))
        }
        let paths = isPast ? try await paths(question, picture, context) : nil
        let document = try understood { () throws(OpenSkyError) in
            try OpenSkyStatesDocument(picture, question, countries, paths: paths)
        }
        guard question.isOfAll else { return await answers.answer(document.json, request, context) }
        let cached = await cache.document(
            question.isExtended ? "states-extended" : "states",
            second: picture.status.second,
            packs: AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        ) { await document.pieces() }
        return answers.document(cached, request, context)
    }

    /// What an archive holds of a time; `nil` where there is none.
    private func paths(
        _ question: OpenSkyStatesRequest,
        _ picture: SkyPicture,
        _ context: SiteContext
    ) async throws(APIError) -> [FlownPath]? {
        guard let time = question.time, let reader = await past.reader(context) else { return nil }
        let around = OpenSkyStatesDocument.positionSeconds
        let range = time.advanced(bySeconds: -around)..<time.advanced(bySeconds: around + 1e-3)
        let seat = try await past.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        return try await past.paths(during: range, margin: 0, spacing: 0, picture, reader)
    }

    private func track(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let picture = await pictures.current()
        let (address, time) = try understood { () throws(OpenSkyError) in
            guard let text = target["icao24"] else { throw .noAddress }
            guard let address = AircraftAddress(text), address.isICAO else { throw .badAddress }
            return (address, try OpenSkyStatesRequest.time(target["time"] ?? "0"))
        }
        let track = picture.index(of: address).map { picture.tracks[$0] }
        let reader = await past.reader(context)
        let seat = reader == nil ? nil : try await past.access.seat(context)
        defer { withExtendedLifetime(seat) {} }
        let middle = time ?? picture.status.now
        let range = middle.advanced(bySeconds: -Self.reach)..<middle.advanced(bySeconds: Self.reach)
        let path = try await past.path(of: address, track, during: range, reader)
        let json = try understood { () throws(OpenSkyError) in
            guard let path else { throw .unknown }
            let provenance = picture.status.provenance
            return try OpenSkyTrackDocument.json(path, track, at: time, splits: reader != nil, provenance)
        }
        return await answers.answer(json, request, context)
    }

    /// What OpenSky's interface calls an error, in the form of all others.
    private func understood<Value>(_ work: () throws(OpenSkyError) -> Value) throws(APIError) -> Value {
        do throws(OpenSkyError) { return try work() } catch {
            guard error == .unknown else { throw .badRequest("query", error.message) }
            throw APIError(status: .notFound, code: "not-found", message: error.message)
        }
    }
}
