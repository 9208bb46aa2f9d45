import Aero
import Flights
import Hummingbird
import NIOCore
import Tracking

/// Flights, stops and silences; where somebody can be; who came to an airport; who hears what.
struct FlightRoutes: ArchiveRoutes {
    let access: HistoryAccess
    let places: (any PlaceDesk)?
    let desk: (any FlightDesk)?
    let book: any AddressBook
    let answers: SkyAnswers
    /// Whether this audience may know who hears what, which tells where receivers stand, and counts also those who are hidden.
    let tellsCoverage: @Sendable () -> Bool
    let wall: @Sendable () -> Timestamp

    /// Seconds that one question spans at most: of one aircraft, of an airport.
    static let longestLog = 31 * 86_400.0
    static let longestMovements = 86_400.0

    enum Route: String, CaseIterable {
        case flights = "/api/v1/aircraft/{hex}/flights"
        case reach = "/api/v1/aircraft/{hex}/reach"
        case between = "/api/v1/aircraft/{hex}/between"
        case movements = "/api/v1/airports/{code}/movements"
        case coverage = "/api/v1/coverage"
    }

    static let templates = allTemplates()

    static func words(of route: Route) -> Set<String> {
        switch route {
        case .flights, .between, .movements: ["realm", "lang", "from", "to"]
        case .reach: ["realm", "lang", "at"]
        case .coverage: ["realm", "box", "band", "kind"]
        }
    }

    func json(
        _ route: Route,
        _ values: [String],
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        switch route {
        case .flights: try await flights(try HistoryRoutes.aircraft(values[0]), question, realm, context)
        case .reach: try await reach(try HistoryRoutes.aircraft(values[0]), question, realm, context)
        case .between: try await between(try HistoryRoutes.aircraft(values[0]), question, realm, context)
        case .movements: try await movements(values[0], question, realm, context)
        case .coverage: try await coverage(question, realm, context)
        }
    }

    private var gazetteer: Gazetteer { places?.gazetteer ?? .empty }

    private func reader(_ realm: ArchiveRealm, _ context: SiteContext) async throws(APIError) -> FlightReader {
        let tells = tellsCoverage()
        let history = try access.reader(of: realm, context)
        return FlightReader(
            history: history,
            gazetteer: gazetteer,
            desk: desk,
            book: book,
            tellsReception: tells,
            hearing: tells ? await desk?.hearing(of: realm) : nil,
            now: await access.latest(of: realm, wall: wall()),
            remembers: history.givesEverything
        )
    }
}

// MARK: - Answers
extension FlightRoutes {
    /// Has a question answered in its turn among the heavy ones.
    private func seated(
        _ realm: ArchiveRealm,
        _ context: SiteContext,
        _ answer: (FlightReader) async throws(APIError) -> [UInt8]
    ) async throws(APIError) -> [UInt8] {
        // What costs nothing to refuse takes no seat; all else has one, the latest moment of a world too.
        _ = try access.reader(of: realm, context)
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        return try await answer(try await reader(realm, context))
    }

    private func flights(
        _ aircraft: ArchivedAircraft,
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let (range, language) = (try question.range(longest: Self.longestLog), try question.language())
        return try await seated(realm, context) { reader async throws(APIError) in
            try await FlightAnswer(reader: reader).flights(of: aircraft, during: range, language)
        }
    }

    private func reach(
        _ aircraft: ArchivedAircraft,
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let (asked, language) = (try question.optionalTime("at"), try question.language())
        return try await seated(realm, context) { reader async throws(APIError) in
            let time = asked ?? reader.now
            var basis = AnswerBasis(realm: realm)
            let open = try await ReachReader(reader: reader).open(aircraft, at: time, &basis)
            return ReachDocument.json(aircraft.address, open, at: time, basis, NamedAirports(gazetteer, language))
        }
    }

    private func between(
        _ aircraft: ArchivedAircraft,
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let (range, language) = (try question.range(longest: Self.longestLog), try question.language())
        return try await seated(realm, context) { reader async throws(APIError) in
            var basis = AnswerBasis(realm: realm)
            let found = try await ReachReader(reader: reader).between(aircraft, range, &basis)
            return ReachDocument.json(aircraft.address, found, basis, NamedAirports(gazetteer, language))
        }
    }

    private func movements(
        _ code: String,
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let (range, language) = (try question.range(longest: Self.longestMovements), try question.language())
        guard let airport = gazetteer.airport(code: code) else {
            throw APIError(status: .notFound, code: "not-found", message: "there is no airport of that code")
        }
        return try await seated(realm, context) { reader async throws(APIError) in
            try await FlightAnswer(reader: reader).movements(at: airport, during: range, language)
        }
    }

    private func coverage(
        _ question: HistoryQuestion,
        _ realm: ArchiveRealm,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        guard tellsCoverage() else {
            throw APIError(
                status: .forbidden,
                code: "withheld",
                message: "who hears what tells where receivers stand, and is shown to the operator alone"
            )
        }
        let area = try question.area()
        let number = try question.number("band", 0...255, else: Double(AltitudeBand.cruise.rawValue))
        let word = question.word("kind") ?? TransponderKind.squitter.word
        guard let kind = TransponderKind.allCases.first(where: { $0.word == word }),
            let band = AltitudeBand.allCases.first(where: { Double($0.rawValue) == number })
        else {
            throw HistoryQuestion.bad("band is one of the answer's, kind squitter, replies or universal-access")
        }
        let seat = try await access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let hearing = await desk?.hearing(of: realm)
        return CoverageDocument.json(hearing, band, kind, at: await access.latest(of: realm, wall: wall())) {
            area.contains($0)
        }
    }
}
