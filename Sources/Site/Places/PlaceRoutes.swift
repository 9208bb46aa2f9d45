import Aero
import Hummingbird
import NIOCore

/// `/api/v1/places` and `/api/v1/places/nearest`: places by name or code, and the airports nearest to a point.
struct PlaceRoutes: RouteGroup {
    let desk: (any PlaceDesk)?
    let answers: SkyAnswers

    static let mostMatches = 20
    /// Characters of what is looked for.
    static let longestText = 50
    static let mostAirports = 20
    /// Metres: airports farther away are near nothing.
    static let farthest = 2_000_000.0

    var paths: [String] { ["/api/v1/places", "/api/v1/places/nearest"] }

    func answer(
        _ path: [String],
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response? {
        guard path.starts(with: ["api", "v1", "places"]) else { return nil }
        let json: [UInt8]
        switch path.dropFirst(3) {
        case []: json = try search(target)
        case ["nearest"]: json = try nearest(target)
        default: throw APIError.notFound
        }
        return await answers.answer(ByteBuffer(bytes: json), request, context)
    }

    private func search(_ target: RequestTarget) throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["q", "lang", "kinds", "limit"])
        let text = try question.words("q", longest: 200)
        guard text.unicodeScalars.count <= Self.longestText else {
            throw HistoryQuestion.bad("q has at most \(Self.longestText) characters")
        }
        let kinds = try kinds(question)
        let limit = try question.limit(upTo: Self.mostMatches, else: 8)
        var document = PlacesDocument(desk, language: try question.language())
        document.matches = document.gazetteer.search(text, kinds: kinds, limit: limit)
        return document.json
    }

    private func nearest(_ target: RequestTarget) throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["lat", "lon", "lang", "limit", "radius", "sizes"])
        let latitude = try question.number("lat", -90...90)
        let longitude = try question.number("lon", -180...180)
        let reach = try question.number("radius", 1...Self.farthest, else: Self.farthest)
        let limit = try question.limit(upTo: Self.mostAirports, else: 1)
        guard let place = Position(latitude: latitude, longitude: longitude) else {
            throw HistoryQuestion.bad("this is no place")
        }
        let sizes: AirportSizes =
            switch question.word("sizes") {
            case nil, "aeroplanes": .aeroplanes
            case "larger": .larger
            case "all": .all
            default: throw HistoryQuestion.bad("sizes is aeroplanes, larger or all")
            }
        var document = PlacesDocument(desk, language: try question.language())
        document.near = document.gazetteer.airports(
            near: place,
            count: limit,
            sizes: sizes,
            within: Metres(reach)
        )
        return document.json
    }

    private func kinds(_ question: HistoryQuestion) throws(APIError) -> PlaceKinds {
        guard let text = question.word("kinds") else { return .all }
        var kinds: PlaceKinds = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            switch word {
            case "airport": kinds.insert(.airports)
            case "city": kinds.insert(.cities)
            case "country": kinds.insert(.countries)
            default: throw HistoryQuestion.bad("kinds is airport, city, country, with commas between")
            }
        }
        return kinds
    }
}
