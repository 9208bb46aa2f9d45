import Aero
import Bundles
import Hummingbird
import Tracking
import Visits

// MARK: - Flights and silences
extension EditionRoutes {
    func publishFlight(
        _ hex: String,
        _ request: Request,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws -> Response {
        let (body, language) = try await written(FlightEditionRequest.self, request, target, context)
        let wish = FlightWish(
            kind: try body.subject(),
            aircraft: try HistoryRoutes.aircraft(hex),
            time: try body.time(),
            realm: try Self.realm(body.realm)
        )
        let (desk, note) = (try theDesk(), try body.note?.words())
        let seat = try await visits.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let material = try await material(wish, gazetteer: await visits.settledGazetteer(), context)
        let head = try await ask { () async throws(EditionDeskError) in
            try await desk.publish(material, note: note)
        }
        return Self.created(head, language)
    }

    func flightDifference(
        _ hex: String,
        _ target: RequestTarget,
        _ context: SiteContext
    ) async throws(APIError) -> [UInt8] {
        let question = try HistoryQuestion(target, allows: ["lang", "realm", "kind", "at"])
        let language = try Self.language(question)
        guard let kind = question.word("kind").flatMap(BundleHead.Subject.init(rawValue:)), kind != .visit else {
            throw HistoryQuestion.bad("kind is flight or gap")
        }
        let wish = FlightWish(
            kind: kind,
            aircraft: try HistoryRoutes.aircraft(hex),
            time: try question.time("at"),
            realm: question.word("realm") == nil ? nil : try question.realm(else: .real)
        )
        let desk = try theDesk()
        let seat = try await visits.access.admit(context)
        defer { withExtendedLifetime(seat) {} }
        let material = try await material(wish, gazetteer: visits.gazetteer, context)
        let difference = try await ask { () async throws(EditionDeskError) in try await desk.difference(material) }
        return EditionDifferenceDocument(difference: difference, tellsAircraft: nil, language: language).json()
    }

    /// Which flight or silence is meant.
    private struct FlightWish {
        let kind: BundleHead.Subject
        let aircraft: ArchivedAircraft
        let time: Timestamp
        /// `nil`: the usual world.
        let realm: ArchiveRealm?
    }

    /// What strangers may be told of flights, whoever asks, and of that what may be handed on.
    private func material(
        _ wish: FlightWish,
        gazetteer: Gazetteer,
        _ context: SiteContext
    ) async throws(APIError) -> FlightEditionMaterial {
        let access = visits.access
        var realm = ArchiveRealm.real
        if let asked = wish.realm { realm = asked } else { realm = await access.usualRealm() }
        // A stranger's reader has what may be handed on alone.
        let history = try access.reader(of: realm, Self.stranger(context))
        let (book, tells) = (visits.handedOn().book, visits.tellsReception())
        let hearing = tells ? await flights?.hearing(of: realm) : nil
        let now = await access.latest(of: realm, wall: visits.wall())
        let reader = FlightReader(
            history: history,
            gazetteer: gazetteer,
            desk: flights,
            book: book,
            tellsReception: tells,
            hearing: hearing,
            now: now,
            remembers: false
        )
        return FlightEditionMaterial(
            kind: wish.kind,
            aircraft: wish.aircraft,
            time: wish.time,
            realm: realm,
            archive: history.archive,
            answers: FlightAnswers(reader),
            book: book,
            gazetteer: gazetteer,
            tellsReception: tells,
            isLearned: hearing != nil,
            now: now
        )
    }
}
