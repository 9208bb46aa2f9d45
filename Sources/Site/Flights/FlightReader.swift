import Aero
import Flights
import Tracking

/// Tells flights to one visitor, from what he may see of an archive.
struct FlightReader {
    let history: HistoryReader
    let gazetteer: Gazetteer
    let desk: (any FlightDesk)?
    let book: any AddressBook
    /// Whether he may know who hears what, which tells where receivers stand.
    let tellsReception: Bool
    /// What was learned of that; `nil` where nothing was, or where he is not told.
    let hearing: LearnedCoverage?
    /// The latest moment of the world that is asked about.
    private(set) var now: Timestamp
    /// Whether what was heard from `now` on is left out: whoever asks again later is told the same.
    private(set) var endsAtNow = false
    /// Whether silences are told after what was said of them before, as the operator was told. Strangers may see other ends of the same
    /// silence: they are told what is said now alone.
    private(set) var remembers: Bool

    /// Rows that are looked through for one answer.
    static let mostRows = 4_000_000
    /// Before a silence, of which an aircraft's own passes are taken out of what was learned: two half-lives.
    private static let ownSeconds = 60 * 86_400.0

    /// Reads what was heard before a moment, as if it were now, and tells it by that alone: not after what was said before.
    func asOf(_ moment: Timestamp) -> FlightReader {
        var reader = self
        reader.now = moment
        reader.endsAtNow = true
        reader.remembers = false
        return reader
    }

    /// Up to when days are counted: to whatever was heard of an aircraft, or as far as is read.
    func latest(after heard: Range<Timestamp>) -> Timestamp {
        endsAtNow ? max(now, Timestamp(nanoseconds: 0)) : max(heard.upperBound, now)
    }

    /// The flights of one aircraft, told from a day before to a day after what is asked.
    ///
    /// - Parameter isFollowed: whether a silence at the end is followed to where it was heard again.
    func account(
        of aircraft: ArchivedAircraft,
        during asked: Range<Timestamp>,
        reading: Range<Timestamp>? = nil,
        isFollowed: Bool = true,
        _ basis: inout AnswerBasis
    ) async throws(APIError) -> FlightAccount {
        var wanted = reading ?? FlightAccount.reading(asked)
        var end = max(min(wanted.upperBound, now), wanted.lowerBound)
        if endsAtNow { wanted = wanted.lowerBound..<end }
        let realm = history.realm
        let (desk, type, tells) = (desk, book.typeDesignator(of: aircraft.address), tellsReception)
        var teller = FlightTeller(
            aircraft,
            context: LegContext(gazetteer: gazetteer, unheard: unheard()),
            limits: desk?.limits(ofType: type) ?? AirframeTable().limits(ofType: type),
            placeOfReceiver: { tells ? desk?.place(ofReceiver: $0, in: realm, at: $1) : nil }
        )
        var rows = 0
        try await history.pieces(of: aircraft, during: wanted, withoutPositions: true, &basis) { trace in
            teller.take(trace)
            rows += trace.observations.count
            return rows <= Self.mostRows
        }
        if isFollowed, basis.next == nil, end < now, teller.isLost(at: end) {
            end = try await followOn(aircraft, after: end, &teller)
        }
        return teller.finish(at: basis.next ?? end, asked: asked)
    }

    /// Whoever is silent at the end of what was read may have been heard again later: reads on until then.
    ///
    /// - Returns: until when it is known whether anything was heard.
    private func followOn(
        _ aircraft: ArchivedAircraft,
        after end: Timestamp,
        _ teller: inout FlightTeller
    ) async throws(APIError) -> Timestamp {
        let days = try await history.ask { () async throws(ArchiveError) in
            try await history.archive.days(of: aircraft)
        }
        var basis = AnswerBasis(realm: history.realm)
        for day in days {
            let part = UTCDay(number: day.number).range.clamped(to: end..<now)
            guard !part.isEmpty else { continue }
            var last: Timestamp?
            try await history.pieces(of: aircraft, during: part, withoutPositions: true, &basis) { trace in
                teller.take(trace)
                last = trace.observations.last?.time ?? last
                return true
            }
            if let last, !teller.isLost(at: last) { return last }
        }
        return now
    }

    /// What each silence of an account means, by when it began; empty where it cannot be judged, or is not told.
    func verdicts(_ account: FlightAccount) async throws(APIError) -> [Timestamp: GapVerdict] {
        guard let hearing else { return [:] }
        guard let basis = try await basis(account, hearing) else { return [:] }
        return await settled(basis.verdicts(on: account), of: account.aircraft)
    }

    /// What the silences of an account are judged by; `nil` where none can be.
    ///
    /// - Parameter moment: when they are judged; without, now.
    func basis(
        _ account: FlightAccount,
        _ hearing: LearnedCoverage,
        at moment: Timestamp? = nil
    ) async throws(APIError) -> SilenceBasis? {
        let first = account.gaps.first { !$0.from.isOnGround }?.from.sighting.time
        guard let first = first ?? account.silenceAsked?.sighting.time else { return nil }
        return SilenceBasis(
            hearing,
            passes: try await ownPasses(account, since: first, hearing),
            judgedAt: moment ?? now
        )
    }

    /// With what was said of the same silences before.
    private func settled(
        _ verdicts: [Timestamp: GapVerdict],
        of aircraft: ArchivedAircraft
    ) async -> [Timestamp: GapVerdict] {
        guard let desk, remembers, !verdicts.isEmpty else { return verdicts }
        let (times, fresh) = (Array(verdicts.keys), Array(verdicts.values))
        let settled = await desk.settled(fresh, of: aircraft, in: history.realm)
        return Dictionary(zip(times, settled)) { first, _ in first }
    }

    /// The aircraft's own passes, which must not speak about its silence.
    private func ownPasses(
        _ account: FlightAccount,
        since first: Timestamp,
        _ hearing: LearnedCoverage
    ) async throws(APIError) -> [Pass] {
        guard let own = history.archive.holding(only: [.own]) else { return [] }
        let start = max(hearing.learned.lowerBound, first.advanced(bySeconds: -Self.ownSeconds))
        guard start < hearing.learned.upperBound else { return [] }
        let reader = HistoryReader(archive: own, realm: history.realm, givesEverything: true)
        var passes: [Pass] = []
        var rows = 0
        let days = try await reader.ask { () async throws(ArchiveError) in
            try await history.archive.days(of: account.aircraft)
        }
        for day in days {
            let part = UTCDay(number: day.number).range.clamped(to: start..<hearing.learned.upperBound)
            guard !part.isEmpty, rows <= Self.mostRows else { continue }
            var ownRows = 0
            let heard = OwnHearings(try await traces(of: account.aircraft, during: part, reader, &ownRows))
            for trace in try await traces(of: account.aircraft, during: part, history, &rows) {
                // What others gave says where it was, and went into what was learned too.
                let parts = heard.parted(trace, polled: hearing.polled)
                passes += CoverageLearner.passes(
                    of: parts.heard,
                    claimed: parts.claimed,
                    universalAccess: hearing.universalAccess
                )
            }
        }
        return passes
    }

    private func traces(
        of aircraft: ArchivedAircraft,
        during part: Range<Timestamp>,
        _ reader: HistoryReader,
        _ rows: inout Int
    ) async throws(APIError) -> [Trace] {
        var (traces, count) = ([Trace](), rows)
        var basis = AnswerBasis(realm: history.realm)
        try await reader.pieces(of: aircraft, during: part, withoutPositions: false, &basis) { trace in
            traces.append(trace)
            count += trace.observations.count
            return count <= Self.mostRows
        }
        rows = count
        return traces
    }

    /// How likely nothing would have been heard of a landing at an airport: by the lowest air over it.
    func unheard() -> @Sendable (AirportSlot) -> Double {
        guard let hearing else { return { _ in 1 } }
        let (gazetteer, now) = (gazetteer, now)
        return { slot in hearing.unheard(ofLandingAt: slot, in: gazetteer, time: now) }
    }
}
