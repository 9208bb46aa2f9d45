import Aero
import Testing
import Visits

@testable import Bundles

struct VisitScoreTests {
    /// Whom this ranking puts first, before the one with which it flew the second leg.
    private static let likeliest = AircraftAddress(icao: 0x48)
    private static let flewAll = AircraftAddress(icao: 0x10)
    private static let time = Timestamp(seconds: 1_795_100_000)

    private static func outcome(_ content: VisitOutcome.Content) throws -> VisitOutcome {
        try #require(VisitOutcome(visit: "k3v9x2m4q8za", content, source: "https://news.example/2", noted: time))
    }

    private static func ranking(days: Double = 14) throws -> VisitRanking {
        let inputs = MadeVisitInputs.inputs(days: days)
        return try #require(inputs.ranking(by: inputs.rules))
    }

    @Test("who flew it and was ranked first scores well; who was excluded is told")
    func aircraft() throws {
        let ranking = try Self.ranking()
        let right = VisitScore(ranking, try Self.outcome(.aircraft([Self.likeliest])))
        #expect(right.place == 1 && !right.isExcluded)
        #expect(right.isInFirstGroup == ranking.convoys.first?.members.contains(Self.likeliest))
        let whole = VisitScore(ranking, try Self.outcome(.aircraft([Self.flewAll])))
        #expect(whole.isInFirstGroup == ranking.convoys.first?.members.contains(Self.flewAll))
        #expect(right.isInFirstGroup != whole.isInFirstGroup)
        let given = try #require(right.probability)
        #expect(try abs(#require(right.brier) - (1 - given) * (1 - given)) < 1e-12)
        let excluded = AircraftAddress(icao: 0x20)
        let wrong = VisitScore(ranking, try Self.outcome(.aircraft([excluded])))
        #expect(wrong.place == nil && wrong.isExcluded && wrong.probability == 0 && wrong.brier == 1)
        let either = VisitScore(ranking, try Self.outcome(.aircraft([excluded, Self.likeliest])))
        #expect(!either.isExcluded && either.place == 1)
    }

    @Test("that nobody travelled, or on none that was heard, is scored by what was left for it")
    func none() throws {
        let ranking = try Self.ranking()
        #expect(VisitScore(ranking, try Self.outcome(.nobody)).probability == ranking.nobody)
        let unheard = try #require(VisitScore(ranking, try Self.outcome(.notHeard)).probability)
        #expect(abs(unheard - (ranking.none - ranking.nobody)) < 1e-12)
    }

    @Test("while the archive was young places are scored and likelihoods are not")
    func young() throws {
        let score = VisitScore(try Self.ranking(days: 2), try Self.outcome(.aircraft([Self.flewAll])))
        #expect(score.probability == nil && score.brier == nil && score.place == 1)
    }

    @Test("over several visits: counts, the mean, the fifths, and the n that pages tell")
    func record() throws {
        let ranking = try Self.ranking()
        let excluded = AircraftAddress(icao: 0x20)
        var record = VisitRecord()
        #expect(record.brier == nil)
        for content in [.aircraft([Self.likeliest]), .aircraft([excluded]), .nobody] as [VisitOutcome.Content] {
            let outcome = try Self.outcome(content)
            record.add(VisitScore(ranking, outcome), outcome)
        }
        #expect(record.visits == 3 && record.withAircraft == 2 && record.first == 1 && record.amongThree == 1)
        #expect(record.excluded == 1 && record.weighed == 3)
        #expect(record.bins.reduce(0) { $0 + $1.visits } == 3)
        #expect(VisitRecord.words(visits: record.visits, isReal: true).english.contains("3 real visits"))
        #expect(VisitRecord.words(visits: record.visits, isReal: true).indonesian.contains("3 kunjungan nyata"))
        #expect(!VisitRecord.words(visits: record.visits, isReal: false).english.contains("real visits"))
    }

    @Test("outcomes come back as they were written, the last of each visit counts, and what is none is refused")
    func lines() throws {
        let contents: [VisitOutcome.Content] = [
            .aircraft([Self.likeliest, AircraftAddress(other: 5)]), .notHeard, .nobody,
        ]
        for content in contents {
            let outcome = try Self.outcome(content)
            #expect(try VisitOutcome(line: outcome.line) == outcome)
        }
        let lines = try contents.flatMap { try Self.outcome($0).line }
        let last = try Self.outcome(.nobody)
        #expect(try VisitOutcome.last(of: lines) == ["k3v9x2m4q8za": last])
        #expect(VisitOutcome(visit: "x", .aircraft([]), source: "y", noted: Self.time) == nil)
        #expect(VisitOutcome(visit: "x", .nobody, source: "", noted: Self.time) == nil)
        for text in ["{}", "x", "{\"was\":\"aircraft\",\"aircraft\":[\"zz\"]}"] {
            #expect(throws: CanonicalJSONError.self) { try VisitOutcome(line: Array(text.utf8)) }
        }
    }
}
