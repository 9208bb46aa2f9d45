import Aero
import Flights

/// Lays the claims of a visit beside what was heard of the aircraft consistent with it.
///
/// A claim is supported where one of them was heard as it says, and contradicted where what was heard of each of them rules it out: heard
/// there at another time, or elsewhere. That nobody was heard contradicts nothing.
public struct HearingJudge: Sendable {
    /// One end of a flight that a claim speaks of.
    struct End {
        /// The stop by its place among those that were compared; `nil` for a place that is none of them.
        let stop: Int?
        let isDeparture: Bool
        let time: ArrivalWindow?
        /// The airports it is said of.
        let airports: [StopAirport]
        let slack: Slack
    }

    /// How far from the time said something heard still is what was said, in seconds.
    struct Slack {
        let before: Double
        let after: Double

        // Ours: a landing is heard some minutes before it, and times in reports are rounded.
        static let told = Slack(before: 1_800, after: 1_800)
        // Ours: announced arrivals come late, three hours on the average of the late ones.
        static let announced = Slack(before: 2 * 3_600, after: 9 * 3_600)
        // Who was seen at a place came there within the day before.
        static let seen = Slack(before: 86_400, after: 1_800)
    }

    private let visit: Visit
    private let itinerary: [ItineraryStop]
    private let numbers: [Int?]
    private let used: [Int]
    private let aircraft: [Candidate]

    /// Candidates looked at; farther down nobody is consistent with much.
    private static let most = 10

    /// - Parameters:
    ///   - itinerary: what was compared with.
    ///   - numbers: of the visit's stops by place in it.
    public init(_ visit: Visit, itinerary: [ItineraryStop], numbers: [Int?], ranking: VisitRanking) {
        self.visit = visit
        self.itinerary = itinerary
        self.numbers = numbers
        used = ranking.usedStops
        let first = Set(ranking.convoys.first?.members ?? [])
        aircraft = ranking.candidates.enumerated().filter { place, one in
            one.supportedStops > 0 && (first.contains(one.address) || one.isNameable && place < Self.most)
        }.map(\.element)
    }

    /// Of every claim, in their order.
    public func verdicts() -> [HeardVerdict] { visit.claims.map { verdict($0) } }

    func verdict(_ claim: Claim) -> HeardVerdict {
        guard claim.polarity == .affirmed, let ends = ends(claim) else {
            return HeardVerdict(.notTestable, .noJourney, claim: claim.id)
        }
        guard !ends.isEmpty else { return HeardVerdict(.notTestable, .noStop, claim: claim.id) }
        let found = aircraft.map { one in worst(ends.map { verdict($0, one, claim.id) }) }
        // One that fits is enough; what rules out one of several rules out nothing.
        let told =
            found.first { $0.outcome == .supported } ?? found.first { $0.outcome == .notTestable } ?? found.first
        return told ?? HeardVerdict(.notTestable, .nobody, claim: claim.id)
    }

    /// Of the ends of one flight the one that rules it out, else one that was heard.
    private func worst(_ all: [HeardVerdict]) -> HeardVerdict {
        all.first { $0.outcome == .contradicted } ?? all.first { $0.outcome == .supported } ?? all[0]
    }
}

// MARK: - What a claim speaks of
extension HearingJudge {
    /// - Returns: `nil` for a claim of something else than a flight.
    private func ends(_ claim: Claim) -> [End]? {
        switch claim.kind {
        case .arrival: arrivals(claim, .told)
        case .schedule, .stop: arrivals(claim, .announced)
        case .departure: [departure(claim)].compactMap(\.self)
        case .sighting: arrivals(claim, .seen)
        case .observation: track(claim) ?? arrivals(claim, .told)
        default: nil
        }
    }

    private func arrivals(_ claim: Claim, _ slack: Slack) -> [End] {
        var stops = claim.stops.compactMap(place(ofStop:))
        for place in claim.places {
            if let stop = self.place(of: place.airports), !stops.contains(stop) { stops.append(stop) }
        }
        // One time beside several places is that of none of them for certain.
        let time = stops.count == 1 ? claim.time : nil
        return stops.map { stop in
            End(stop: stop, isDeparture: false, time: time, airports: airports(at: stop), slack: slack)
        }
    }

    /// The place it left is named as a place, or is the first stop it is about.
    private func departure(_ claim: Claim) -> End? {
        let named = claim.places.first { !$0.airports.isEmpty }
        if let named {
            let stop = place(of: named.airports)
            return End(stop: stop, isDeparture: true, time: claim.time, airports: named.airports, slack: .told)
        }
        guard let stop = claim.stops.compactMap(place(ofStop:)).first else { return nil }
        return End(stop: stop, isDeparture: true, time: claim.time, airports: airports(at: stop), slack: .told)
    }

    /// What another tracker wrote: where and when it begins and ends.
    private func track(_ claim: Claim) -> [End]? {
        guard claim.stops.isEmpty, claim.places.count == 2, let from = claim.time?.start, let to = claim.time?.end
        else { return nil }
        let ends = zip(claim.places, [from, to]).enumerated().compactMap { number, end -> End? in
            guard let stop = place(of: end.0.airports) else { return nil }
            let reading = ArrivalReading(start: end.1, end: end.1, zone: .stated, weight: 1)
            return End(
                stop: stop,
                isDeparture: number == 0,
                time: ArrivalWindow(readings: [reading]),
                airports: end.0.airports,
                slack: .told
            )
        }
        // Where it came down says more than where it set out.
        return ends.reversed()
    }

    /// Among the stops that were compared, by the number in the visit.
    private func place(ofStop id: Int) -> Int? {
        used.firstIndex { numbers.indices.contains($0) && numbers[$0] == id }
    }

    private func place(of airports: [StopAirport]) -> Int? {
        let codes = Set(airports.map(\.code))
        return used.indices.first { place in self.airports(at: place).contains { codes.contains($0.code) } }
    }

    private func airports(at place: Int) -> [StopAirport] {
        itinerary.indices.contains(used[place]) ? itinerary[used[place]].airports : []
    }
}

// MARK: - What was heard
extension HearingJudge {
    private func verdict(_ end: End, _ one: Candidate, _ claim: Int) -> HeardVerdict {
        let (outcome, reason) = end.isDeparture ? left(end, one) : came(end, one)
        let heard: [Timestamp] =
            switch reason {
            case .heard(let seen, _), .reversed(let seen), .leg(let seen, _), .cameBefore(let seen): [seen.time]
            default: []
            }
        return HeardVerdict(outcome, reason, claim: claim, aircraft: one.address, observations: heard)
    }

    private typealias Finding = (ClaimVerdict.Outcome, HeardVerdict.Reason)

    private func came(_ end: End, _ one: Candidate) -> Finding {
        guard let stop = end.stop, one.evidence.indices.contains(stop) else { return (.notTestable, .noStop) }
        let evidence = one.evidence[stop]
        if let seen = evidence.seen, evidence.isSeen {
            guard seen.isDeparture else { return beside(end, seen) }
            let isLater = end.time?.start.map { $0.seconds(since: seen.time) > end.slack.before } ?? false
            return isLater ? (.contradicted, .reversed(seen)) : (.supported, .heard(seen, hoursLate: nil))
        }
        // Heard leaving the stop before: the leg between says whether it can have come then.
        if evidence.isReachable, stop > 0, let time = end.time, one.evidence[stop - 1].isSeen,
            let seen = one.evidence[stop - 1].seen, seen.isDeparture
        {
            let verdict = LegJudge.verdict(
                from: airports(at: stop - 1),
                to: end.airports,
                departure: Self.moment(seen.time),
                arrival: time
            )
            if verdict.outcome != .notTestable { return (verdict.outcome, .leg(seen, verdict.reason)) }
        }
        return unheard(stop, evidence)
    }

    private func left(_ end: End, _ one: Candidate) -> Finding {
        if let stop = end.stop, one.evidence.indices.contains(stop), one.evidence[stop].isSeen,
            let seen = one.evidence[stop].seen
        {
            if seen.isDeparture { return beside(end, seen) }
            let isEarlier = end.time?.end.map { seen.time.seconds(since: $0) > end.slack.after } ?? false
            if isEarlier { return (.contradicted, .reversed(seen)) }
            return leg(end, next: stop + 1, one) ?? (.notTestable, .cameBefore(seen))
        }
        if let leg = leg(end, next: end.stop.map { $0 + 1 } ?? 0, one) { return leg }
        guard let stop = end.stop, one.evidence.indices.contains(stop) else { return (.notTestable, .noStop) }
        return unheard(stop, one.evidence[stop])
    }

    /// The time it is said to have left beside the landing heard at the next stop.
    private func leg(_ end: End, next: Int, _ one: Candidate) -> Finding? {
        guard let time = end.time, one.evidence.indices.contains(next), one.evidence[next].isSeen,
            let seen = one.evidence[next].seen, !seen.isDeparture
        else { return nil }
        let verdict = LegJudge.verdict(
            from: end.airports,
            to: airports(at: next),
            departure: time,
            arrival: Self.moment(seen.time)
        )
        return verdict.outcome == .notTestable ? nil : (verdict.outcome, .leg(seen, verdict.reason))
    }

    private func unheard(_ stop: Int, _ evidence: StopEvidence) -> Finding {
        guard evidence.isReachable else { return (.contradicted, .outOfReach(stop: used[stop], evidence.need)) }
        return (.notTestable, evidence.fit.map { .unheard($0) } ?? .nobody)
    }

    /// What was heard at the very place, beside the time said.
    private func beside(_ end: End, _ seen: StopEvidence.Seen) -> Finding {
        guard let time = end.time, time.start != nil || time.end != nil else {
            return (.supported, .heard(seen, hoursLate: nil))
        }
        let early = time.start.map { $0.seconds(since: seen.time) } ?? 0
        let late = time.end.map { seen.time.seconds(since: $0) } ?? 0
        let seconds = late > 0 ? late : early > 0 ? -early : 0
        let isMeant = (-end.slack.before...end.slack.after).contains(seconds)
        return (isMeant ? .supported : .contradicted, .heard(seen, hoursLate: seconds / 3_600))
    }

    private static func moment(_ time: Timestamp) -> ArrivalWindow {
        ArrivalWindow(readings: [ArrivalReading(start: time, end: time, zone: .stated, weight: 1)])
    }
}
