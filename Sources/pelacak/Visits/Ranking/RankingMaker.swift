import Aero
import Flights
import Site
import Tracking
import Visits

/// Makes the ranking of what was read: who is who, what it is beside the state, what was said of the aircraft.
struct RankingMaker {
    let question: CandidatesQuestion
    let itinerary: RankedItinerary
    let watched: ClosedRange<Timestamp>
    let unkept: [ClosedRange<Timestamp>]
    let archive: ArchiveKnowledge
    let flights: (any FlightDesk)?
    let ranker: VisitRanker
    let knownRole: AircraftKnowledge.KnownRole

    /// Candidates whose lists are asked one by one: as many as are told.
    private static let told = 50

    /// - Parameter fleet: whom lists name, heard or not: of the subject's fleet also who was not heard may have flown.
    func ranked(
        _ heard: [HeardSkyReader.Heard],
        fleet: [AircraftAddress],
        _ evidence: ArchiveEvidence
    ) async throws(VisitCandidatesError) -> RankedVisit {
        var knowledge = AircraftKnowledge(question, knownRole: knownRole)
        let aircraft = await compared(heard, fleet, &knowledge)
        guard !Task.isCancelled else { throw .cancelled }
        let claims = claims(aircraft)
        let ranking = ranker.ranking(
            of: aircraft,
            itinerary: itinerary.stops,
            watched: watched,
            archive: archive,
            claims: claims.map(\.claim)
        )
        guard let ranking else { throw .nothingToCompare }
        for candidate in ranking.candidates.prefix(Self.told) { await knowledge.ask(candidate.address) }
        return RankedVisit(
            ranking: ranking,
            itinerary: itinerary.stops,
            stops: itinerary.numbers,
            claims: claims.map(\.number),
            aircraft: aircraft.reduce(into: [:]) { $0[$1.address] = $1.identity },
            listings: knowledge.listings.filter { !$0.value.isEmpty },
            realm: question.realm,
            isWithLaterClaims: question.withLaterClaims,
            watched: watched,
            unkept: unkept,
            computed: question.now,
            archiveDays: archive.days,
            compared: aircraft.count { !$0.stretches.isEmpty },
            evidence: evidence
        )
    }

    /// Everybody heard, and of the subject's fleet also who was not.
    func compared(
        _ heard: [HeardSkyReader.Heard],
        _ fleet: [AircraftAddress],
        _ knowledge: inout AircraftKnowledge
    ) async -> [HeardAircraft] {
        let state = question.visit.subject?.state
        var result: [HeardAircraft] = []
        var known: Set<AircraftAddress> = []
        for one in heard where known.insert(one.address).inserted {
            let aircraft = knowledge.registered(one.address)
            let isListed = await knowledge.isListed(aircraft)
            result.append(
                HeardAircraft(
                    identity: aircraft,
                    role: knowledge.role(of: aircraft, callsign: one.callsign, isListed: isListed, state),
                    limits: flights?.limits(ofType: aircraft.type) ?? AirframeTable().limits(ofType: aircraft.type),
                    stretches: one.stretches
                )
            )
        }
        for address in fleet where known.insert(address).inserted {
            let aircraft = knowledge.registered(address)
            // Of who is hidden from the audience the book says nothing.
            let isNational = state.map { RoleRules.states(of: aircraft).contains($0) } ?? false
            guard question.realm == .simulated || aircraft.marks.contains(.interesting) && isNational else { continue }
            let isListed = await knowledge.isListed(aircraft)
            guard knowledge.role(of: aircraft, callsign: nil, isListed: isListed, state) == .subjectFleet else {
                continue
            }
            result.append(HeardAircraft(identity: aircraft, role: .subjectFleet, stretches: []))
        }
        return result
    }

    /// What was said of the aircraft itself.
    func claims(_ aircraft: [HeardAircraft]) -> [CarrierClaimReader.Read] {
        let bearers = aircraft.reduce(into: [[UInt8]: AircraftAddress]()) { bearers, one in
            guard let registration = one.identity.registration else { return }
            bearers[RegistrationText.compact(registration)] = one.address
        }
        return CarrierClaimReader { bearers[$0] }
            .claims(of: question.visit, withLaterClaims: question.withLaterClaims)
    }
}
