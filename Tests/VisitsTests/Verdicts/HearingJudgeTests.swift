import Aero
import Flights
import Testing

@testable import Visits

/// Claims beside what was heard of an invented visit: its aircraft comes down at Pyongyang about hour 30, and at Hanoi about hour 46.
struct HearingJudgeTests {
    private static func window(_ hours: ClosedRange<Double>) -> ArrivalWindow {
        let reading = ArrivalReading(
            start: SmallVisit.hour(hours.lowerBound),
            end: SmallVisit.hour(hours.upperBound),
            zone: .stated,
            weight: 1
        )
        return ArrivalWindow(readings: [reading])
    }

    private func claim(_ kind: ClaimKind, _ hours: ClosedRange<Double>?, stops: [Int] = []) -> Claim {
        var claim = Claim(id: 0, kind: kind, report: 0, spans: [], speaker: nil, certainty: .reported)
        claim.time = hours.map(Self.window)
        claim.stops = stops
        claim.entry = .person("desk")
        return claim
    }

    private func place(_ airport: StopAirport) -> ClaimedPlace {
        ClaimedPlace(name: airport.code, span: TextSpan(0, 0), airports: [airport])
    }

    /// The verdict of one claim beside the small visit's ranking, and its sentence.
    private func judged(
        _ claim: Claim,
        _ sky: [HeardAircraft] = SmallVisit.sky
    ) throws -> (verdict: HeardVerdict, words: String) {
        let empty = Draft(
            language: .english,
            dateline: Dateline(time: SmallVisit.start, basis: .entered),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        var visit = Visit(empty, report: Report(id: 0, addedBy: "desk"))
        for (number, stop) in SmallVisit.itinerary.dropFirst().enumerated() {
            try visit.apply(.addStop(stop, at: number, span: nil, report: 0), by: "desk", at: SmallVisit.start)
        }
        try visit.apply(.addClaim(claim), by: "desk", at: SmallVisit.start)
        let ranking = try #require(SmallVisit.ranking(sky))
        let numbers = [nil] + visit.stops.map { Optional($0.id) }
        let judge = HearingJudge(visit, itinerary: SmallVisit.itinerary, numbers: numbers, ranking: ranking)
        let verdict = try #require(judge.verdicts().first)
        let words = RankingWords(
            DossierWords(visit: visit),
            itinerary: SmallVisit.itinerary,
            stops: numbers,
            claims: [],
            labels: [:],
            lists: [:],
            isYoung: true
        )
        let sentence = words.sentence(verdict)
        #expect(!sentence.rests.isEmpty)
        for time in verdict.observations {
            let address = try #require(verdict.aircraft)
            #expect(sentence.rests.contains(.observation(address, time)))
        }
        return (verdict, sentence.words.english)
    }

    @Test("an arrival heard within the time said is supported, with the time it was heard")
    func within() throws {
        let (verdict, words) = try judged(claim(.arrival, 31...33, stops: [1]))
        #expect(verdict.outcome == .supported && verdict.aircraft == AircraftAddress(icao: 0x10))
        #expect(
            words.hasPrefix("Supported: 000010, an aircraft consistent with the visit, was heard coming down at ZKPY")
        )
        #expect(words.hasSuffix("within the time said."), "\(words)")
        #expect(verdict.observations.count == 1)
    }

    @Test("heard at another time it is contradicted, and how far off is told; what is announced may come late")
    func otherTime() throws {
        let (verdict, words) = try judged(claim(.arrival, 20...22, stops: [1]))
        #expect(verdict.outcome == .contradicted)
        #expect(words.contains("after the time said") && words.hasPrefix("Contradicted, as far as"), "\(words)")
        #expect(try judged(claim(.schedule, 28...29, stops: [1])).verdict.outcome == .supported)
        #expect(try judged(claim(.schedule, 8...9, stops: [1])).verdict.outcome == .contradicted)
        let (early, told) = try judged(claim(.arrival, 60...61, stops: [1]))
        #expect(early.outcome == .contradicted && told.contains("before the time said"))
    }

    @Test("a stop without a time is supported by who was heard there")
    func noTime() throws {
        let (verdict, words) = try judged(claim(.stop, nil, stops: [2]))
        #expect(verdict.outcome == .supported && words.contains("VVNB") && !words.contains("time said"))
    }

    @Test("a departure is laid beside the landing heard at the next stop, with hours, distance and what is typical")
    func leg() throws {
        let seen = try #require(SmallVisit.ranking()?.candidates.first?.evidence[1].seen)
        let hanoi = seen.time.seconds(since: SmallVisit.start) / 3_600
        var left = claim(.departure, (hanoi - 6)...(hanoi - 6))
        left.places = [place(SmallVisit.pyongyang)]
        let (verdict, words) = try judged(left)
        #expect(verdict.outcome == .supported)
        #expect(
            words.contains("makes 6 h for 2,7") && words.contains("typical 3 h") && words.contains("long"),
            "\(words)"
        )
        left.time = Self.window((hanoi - 1)...(hanoi - 1))
        let (short, told) = try judged(left)
        #expect(short.outcome == .contradicted && told.contains("would have asked for"), "\(told)")
        left.time = Self.window(20...20)
        #expect(try judged(left).verdict.reason.isReversed)
    }

    @Test("a track from one stop to the next is compared at both its ends")
    func track() throws {
        let evidence = try #require(SmallVisit.ranking()?.candidates.first?.evidence)
        let hanoi = try #require(evidence[1].seen).time.seconds(since: SmallVisit.start) / 3_600
        var track = claim(.observation, (hanoi - 3.5)...hanoi)
        track.places = [place(SmallVisit.pyongyang), place(SmallVisit.hanoi)]
        #expect(try judged(track).verdict.outcome == .supported)
        track.time = Self.window((hanoi + 6)...(hanoi + 9.5))
        #expect(try judged(track).verdict.outcome == .contradicted)
    }

    @Test("not heard at the stop is not testable, never contradicted; when it fits is told")
    func silence() throws {
        let silent = SmallVisit.aircraft(
            0x10,
            .subjectFleet,
            [
                SmallVisit.flight(SmallVisit.moscow, SmallVisit.pyongyang, at: 24, heard: [0...0.6]),
                SmallVisit.flight(SmallVisit.pyongyang, SmallVisit.hanoi, at: 42, heard: [0.5...1]),
            ]
        )
        let (verdict, words) = try judged(claim(.arrival, 31...33, stops: [1]), [silent])
        #expect(verdict.outcome == .notTestable && verdict.aircraft == silent.address)
        #expect(words.contains("was not heard there; a stop at ZKPY fits between"), "\(words)")
    }

    @Test("who speaks of no flight, of no compared stop, or where nobody is consistent, is told why it is not testable")
    func untestable() throws {
        #expect(try judged(claim(.meeting, 31...33, stops: [1])).verdict.reason == .noJourney)
        #expect(try judged(claim(.arrival, 31...33, stops: [77])).verdict.reason == .noStop)
        let away = SmallVisit.aircraft(
            0x99,
            .businessJet,
            [SmallVisit.flight(SmallVisit.hanoi, SmallVisit.yakutsk, at: 10, heard: [0.2...0.8])]
        )
        #expect(try judged(claim(.arrival, 31...33, stops: [1]), [away]).verdict.reason == .nobody)
        var denied = claim(.arrival, 31...33, stops: [1])
        denied.polarity = .denied
        #expect(try judged(denied).verdict.outcome == .notTestable)
    }
}

extension HeardVerdict.Reason {
    fileprivate var isReversed: Bool { if case .reversed = self { true } else { false } }
}
