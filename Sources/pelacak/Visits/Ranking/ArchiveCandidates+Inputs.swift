import Aero
import Bundles
import Flights
import Site
import Tracking
import Visits

extension ArchiveCandidates {
    /// All that the ranking of a visit rests on, for its bundle; and under which terms that came.
    ///
    /// Rows without a position are left aside, whoever asks: they lie around the receiver that heard them, and would tell where it stands.
    /// So is who an aircraft is where that came from lists that may not be handed on.
    func inputs(
        for question: CandidatesQuestion
    ) async throws(VisitCandidatesError) -> (inputs: VisitInputs, evidence: ArchiveEvidence) {
        let itinerary = RankedItinerary(question.visit, withLaterClaims: question.withLaterClaims)
        let announced = RankedItinerary(question.visit, withLaterClaims: false)
        guard itinerary.stops.contains(where: { $0.kind != .origin }) else { throw .nothingToCompare }
        guard let watched = announced.watched(until: question.now) else { throw .nothingHeard }
        let key = ResultKey(
            view: View(
                realm: question.realm,
                audience: question.audience,
                tellsReception: question.tellsReception,
                isHandedOn: true,
                edition: question.book.edition
            ),
            id: question.id,
            changes: question.visit.changes.count,
            isWithLaterClaims: question.withLaterClaims,
            tick: 0
        )
        var (heard, evidence): ([HeardSkyReader.Heard], ArchiveEvidence) = ([], ArchiveEvidence())
        let range = watched.lowerBound..<watched.upperBound.advanced(bySeconds: 1e-3)
        let reader = HeardSkyReader(archive: question.archive, realm: question.realm, places: nil, keepsPoints: true)
        try await reader.read(range, &evidence) { heard.append($0) }
        let days = try await learned(question, before: watched.lowerBound, key)
        let hearing = question.tellsReception ? await flights?.hearing(of: question.realm) : nil
        let unkept = KeptTimes(heard.lazy.flatMap(\.stretches), within: watched).gaps
        let archive = TrafficStudy(days: days, hearing: hearing)
            .knowledge(of: itinerary.stops, watched: watched, unkept: unkept)
        let maker = RankingMaker(
            question: question,
            itinerary: itinerary,
            watched: watched,
            unkept: unkept,
            archive: archive,
            flights: flights,
            ranker: ranker,
            knownRole: knownRole
        )
        var knowledge = AircraftKnowledge(question, knownRole: knownRole)
        // Of real aircraft the book says nothing to whom they are hidden from. The simulated fleet is in no book: who was not heard is not named.
        let isUnnamed = question.realm == .simulated && question.audience == .strangers
        let compared = await maker.compared(heard, isUnnamed ? [] : named(question.realm), &knowledge)
        let points = heard.reduce(into: [:]) { $0[$1.address] = $1.points }
        let inputs = VisitInputs(
            itinerary: itinerary.stops,
            watched: watched,
            aircraft: compared.map { one in
                SkyAircraft(
                    identity: question.realm == .simulated ? one.identity : Self.forwardable(one.identity),
                    role: one.role,
                    limits: one.limits,
                    points: points[one.address] ?? []
                )
            },
            archive: archive,
            claims: maker.claims(compared).map(\.claim),
            rules: ranker.rules
        )
        return (inputs, evidence)
    }

    /// Who it is as others may be told: its address, and what that says by itself, where lists forbid more.
    private static func forwardable(_ aircraft: RegisteredAircraft) -> RegisteredAircraft {
        guard !aircraft.marks.contains(.mayBeHandedOn) else { return aircraft }
        let isInferred = aircraft.marks.contains(.isInferred)
        return RegisteredAircraft(
            address: aircraft.address,
            registration: isInferred ? aircraft.registration : nil,
            marks: isInferred ? .isInferred : []
        )
    }
}
