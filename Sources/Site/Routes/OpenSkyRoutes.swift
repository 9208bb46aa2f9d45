import Aero
import Hummingbird
import NIOCore

/// OpenSky's interface: `/api/states/all` and `/api/tracks/all`, from the tracks of this sky.
struct OpenSkyRoutes: RouteGroup {
    let pictures: SkyPictures
    let answers: SkyAnswers
    let countries: CountryNames
    /// Holds what everybody asks for: the states of the whole sky of now.
    var cache = DocumentCache()

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
        let document: OpenSkyStatesDocument
        do throws(OpenSkyError) {
            document = try OpenSkyStatesDocument(picture, try OpenSkyStatesRequest(target.query), countries)
        } catch { throw APIError.badRequest("query", error.message) }
        guard document.question.isOfAll else { return await answers.answer(document.json, request, context) }
        let cached = await cache.document(
            document.question.isExtended ? "states-extended" : "states",
            second: picture.status.second,
            packs: AcceptEncoding.allowsGzip(request.headers[.acceptEncoding])
        ) { await document.pieces() }
        return answers.document(cached, request, context)
    }

    private func track(_ request: Request, _ target: RequestTarget, _ context: SiteContext) async throws -> Response {
        let picture = await pictures.current()
        let json: ByteBuffer
        do throws(OpenSkyError) { json = try track(target, picture) } catch {
            guard error == .unknown else { throw APIError.badRequest("query", error.message) }
            throw APIError(status: .notFound, code: "not-found", message: error.message)
        }
        return await answers.answer(json, request, context)
    }

    private func track(_ target: RequestTarget, _ picture: SkyPicture) throws(OpenSkyError) -> ByteBuffer {
        guard let text = target["icao24"] else { throw .noAddress }
        guard let address = AircraftAddress(text), address.isICAO else { throw .badAddress }
        let time = try OpenSkyStatesRequest.time(target["time"] ?? "0")
        guard let index = picture.index(of: address) else { throw .unknown }
        return try OpenSkyTrackDocument.json(picture.tracks[index], at: time, picture.status.provenance)
    }
}
