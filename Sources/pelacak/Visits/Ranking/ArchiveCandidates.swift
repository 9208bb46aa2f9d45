import Aero
import Flights
import Site
import Tracking
import Visits

/// Compares everybody heard in an archive with an announced visit, as `VisitRoutes` asks.
///
/// What was heard, what days before teach and what came out are kept for whoever asks again: of one world, for one audience, up to the
/// minute. One reading goes on at a time; who leaves is not read for.
actor ArchiveCandidates: VisitCandidates {
    let flights: (any FlightDesk)?
    /// Addresses that lists of governments' aircraft name, heard or not.
    private let fleet: @Sendable () -> [AircraftAddress]
    let ranker: VisitRanker
    let knownRole: AircraftKnowledge.KnownRole
    private var results: [ResultKey: RankedVisit] = [:]
    private var resultOrder: [ResultKey] = []
    private var skies: [SkyKey: HeardSky] = [:]
    private var skyOrder: [SkyKey] = []
    private var days: [DayKey: TrafficDay] = [:]
    private let turns = Turns()

    static let keptResults = 16
    static let keptSkies = 4
    static let keptDays = 90
    /// Days before the watched time that are learned from.
    static let learnedDays = 14

    /// Whom a world is shown to, and how much of it.
    struct View: Hashable {
        let realm: ArchiveRealm
        let audience: Audience
        let tellsReception: Bool
        /// Who is who differs for what others are handed.
        var isHandedOn: Bool
        /// Lists and rules of hiding may have changed since.
        let edition: Int
    }

    struct ResultKey: Hashable {
        let view: View
        let id: String
        let changes: Int
        let isWithLaterClaims: Bool
        let tick: Int64
    }

    private struct SkyKey: Hashable {
        let view: View
        let from: Timestamp
        let to: Timestamp
        let tick: Int64
    }

    private struct DayKey: Hashable {
        let view: View
        let day: Int64
        /// Days of an imported world may come in at any time.
        let tick: Int64
    }

    private struct HeardSky {
        let heard: [HeardSkyReader.Heard]
        let evidence: ArchiveEvidence
    }

    init(
        flights: (any FlightDesk)?,
        ranker: VisitRanker = VisitRanker(),
        knownRole: @escaping AircraftKnowledge.KnownRole = { _, _ in nil },
        fleet: @escaping @Sendable () -> [AircraftAddress]
    ) {
        self.knownRole = knownRole
        self.flights = flights
        self.fleet = fleet
        self.ranker = ranker
    }

    func ranking(for question: CandidatesQuestion) async throws(VisitCandidatesError) -> RankedVisit {
        let now = Timestamp(nanoseconds: question.now.nanoseconds / 60_000_000_000 * 60_000_000_000)
        let itinerary = RankedItinerary(question.visit, withLaterClaims: question.withLaterClaims)
        let announced = RankedItinerary(question.visit, withLaterClaims: false)
        guard itinerary.stops.contains(where: { $0.kind != .origin }) else { throw .nothingToCompare }
        // Both rankings watch the same time: what was heard is read once.
        guard let watched = announced.watched(until: now) else { throw .nothingHeard }
        let view = View(
            realm: question.realm,
            audience: question.audience,
            tellsReception: question.tellsReception,
            isHandedOn: question.isHandedOn,
            edition: question.book.edition
        )
        let key = ResultKey(
            view: view,
            id: question.id,
            changes: question.visit.changes.count,
            isWithLaterClaims: question.withLaterClaims,
            tick: Self.tick(watched, now)
        )
        if let known = results[key] { return known }
        try await turns.take()
        do throws(VisitCandidatesError) {
            let result = try await made(question, itinerary, watched, key)
            await turns.release()
            return result
        } catch {
            await turns.release()
            throw error
        }
    }

    /// What is kept holds for the minute while the time goes on; of a time that is over it holds for ten, since others' data and
    /// corrections may come in later.
    private static func tick(_ watched: ClosedRange<Timestamp>, _ now: Timestamp) -> Int64 {
        let minute = now.nanoseconds / 60_000_000_000
        return watched.upperBound >= now ? minute : minute / 10
    }

    private func made(
        _ question: CandidatesQuestion,
        _ itinerary: RankedItinerary,
        _ watched: ClosedRange<Timestamp>,
        _ key: ResultKey
    ) async throws(VisitCandidatesError) -> RankedVisit {
        if let known = results[key] { return known }
        let sky = try await sky(question, watched, key)
        let days = try await learned(question, before: watched.lowerBound, key)
        let hearing = question.tellsReception ? await flights?.hearing(of: question.realm) : nil
        let unkept = KeptTimes(sky.heard.lazy.flatMap(\.stretches), within: watched).gaps
        let archive = TrafficStudy(days: days, hearing: hearing)
            .knowledge(of: itinerary.stops, watched: watched, unkept: unkept)
        let result = try await RankingMaker(
            question: question,
            itinerary: itinerary,
            watched: watched,
            unkept: unkept,
            archive: archive,
            flights: flights,
            ranker: ranker,
            knownRole: knownRole
        ).ranked(sky.heard, fleet: named(question.realm), sky.evidence)
        keep(result, key)
        return result
    }

    /// Whom lists name, in a world.
    func named(_ realm: ArchiveRealm) -> [AircraftAddress] {
        realm == .simulated ? SimulatedFleet.aircraft.keys.sorted() : fleet()
    }

    private func keep(_ result: RankedVisit, _ key: ResultKey) {
        // A newer minute, or another change, of the same visit takes the place of the older.
        resultOrder.removeAll { old in
            guard old.id == key.id, old.view == key.view, old.isWithLaterClaims == key.isWithLaterClaims else {
                return false
            }
            results[old] = nil
            return true
        }
        results[key] = result
        resultOrder.append(key)
        if resultOrder.count > Self.keptResults { results[resultOrder.removeFirst()] = nil }
    }

    private func sky(
        _ question: CandidatesQuestion,
        _ watched: ClosedRange<Timestamp>,
        _ result: ResultKey
    ) async throws(VisitCandidatesError) -> HeardSky {
        var view = result.view
        // What was heard is the same for what is handed on: it names nobody.
        view.isHandedOn = false
        let key = SkyKey(view: view, from: watched.lowerBound, to: watched.upperBound, tick: result.tick)
        if let known = skies[key] { return known }
        var heard: [HeardSkyReader.Heard] = []
        var evidence = ArchiveEvidence()
        // Up to the moment itself; rows of later are of the next minute.
        let range = watched.lowerBound..<watched.upperBound.advanced(bySeconds: 1e-3)
        try await reader(question).read(range, &evidence) { heard.append($0) }
        let sky = HeardSky(heard: heard, evidence: evidence)
        for old in skyOrder where old.view == view && old.from == key.from { skies[old] = nil }
        skyOrder.removeAll { skies[$0] == nil }
        skies[key] = sky
        skyOrder.append(key)
        if skyOrder.count > Self.keptSkies { skies[skyOrder.removeFirst()] = nil }
        return sky
    }

    private func reader(_ question: CandidatesQuestion) -> HeardSkyReader {
        HeardSkyReader(
            archive: question.archive,
            realm: question.realm,
            places: question.tellsReception ? flights : nil
        )
    }

    /// Days with anything in them, from the one before the watched time backwards.
    func learned(
        _ question: CandidatesQuestion,
        before start: Timestamp,
        _ result: ResultKey
    ) async throws(VisitCandidatesError) -> [TrafficDay] {
        let last = start.nanoseconds / 86_400_000_000_000 - 1
        var found: [TrafficDay] = []
        for number in (last - Int64(Self.learnedDays) + 1)...last {
            let tick = question.realm == .imported ? result.tick : 0
            let key = DayKey(view: result.view, day: number, tick: tick)
            if let known = days[key] {
                found.append(known)
                continue
            }
            let day = try await read(number, question)
            if days.count >= Self.keptDays, let oldest = days.keys.min(by: { $0.day < $1.day }) { days[oldest] = nil }
            days[key] = day
            found.append(day)
        }
        return found.filter { !$0.isEmpty }
    }

    private func read(
        _ number: Int64,
        _ question: CandidatesQuestion
    ) async throws(VisitCandidatesError) -> TrafficDay {
        let start = Timestamp(seconds: Double(number * 86_400))
        let range = start..<start.advanced(bySeconds: 86_400)
        var day = TrafficDay(range)
        do throws(ArchiveError) {
            guard try await !question.archive.aircraft(heardDuring: range, after: nil, limit: 1).isEmpty else {
                return day
            }
        } catch { throw .unreadable(error) }
        var heard: [HeardSkyReader.Heard] = []
        var evidence = ArchiveEvidence()
        // A flight that began before midnight is whole then.
        let before = start.advanced(bySeconds: -6 * 3_600)
        try await reader(question).read(before..<range.upperBound, &evidence) { heard.append($0) }
        var knowledge = AircraftKnowledge(question, knownRole: knownRole)
        for one in heard {
            let aircraft = knowledge.registered(one.address)
            let isListed = await knowledge.isListed(aircraft)
            let role = knowledge.role(of: aircraft, callsign: one.callsign, isListed: isListed, nil)
            day.take(one.stretches, of: one.address, role: role)
        }
        return day
    }
}
