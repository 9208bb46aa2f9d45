import Hummingbird
import NIOCore

/// The REST interface that ADS-B Exchange, adsb.lol, airplanes.live and adsb.fi share: below `/v2/`, and below `/api/v2/` as some have it.
struct V2Routes: RouteGroup {
    let pictures: SkyPictures
    let answers: SkyAnswers

    var paths: [String] { V2Request.paths }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        let pieces: ArraySlice<String>
        if path.first == "v2" {
            pieces = path.dropFirst()
        } else if path.starts(with: ["api", "v2"]) {
            pieces = path.dropFirst(2)
        } else {
            return nil
        }
        let begin = ContinuousClock.now
        let picture = await pictures.current()
        do throws(AircraftQueryError) {
            guard let question = try V2Request(Array(pieces)) else { return nil }
            let json = ReadsbQueryDocument.v2(picture, question.query, since: begin)
            return await answers.answer(json, request, context)
        } catch {
            let json = ReadsbQueryDocument.v2(picture, refusing: error, since: begin)
            return await answers.answer(json, status: .badRequest, request, context)
        }
    }
}
