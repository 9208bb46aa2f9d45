import Foundation
import Testing

@testable import Flights

/// Silences of which the truth is known, and what is said of them. Numbers of the judge were chosen on other seeds (`choosing`).
@Suite(.serialized) struct HideAndSeekTests {
    private static let measures = ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil

    /// Of each kind a part of what the measurement looks at, on one seed.
    @Test func holdsInALittleSky() throws {
        var size = TrafficWorld.Size()
        size.routes = 300
        size.days = 17
        size.testedFrom = 15
        var game = HideAndSeek(try TrafficWorld(size, seed: 101))
        game.run()
        let score = Score(cases: game.cases)
        print(score.report)
        for truth in HiddenCase.Truth.allCases { #expect(score.count(truth) >= 15, "\(truth)") }
        // Some thirty are called off here: too few for a share. A mask that came yesterday is learned, not known (docs/coverage.md).
        #expect(score.called.count { !$0.isOff && $0.truth != .newMask } <= 2)
        #expect(score.called.count { $0.isOff } >= 10)
        #expect(!score.called.contains { $0.isNeverHeard })
        #expect(score.brier < score.airportBrier)
        #expect(game.grid.refused == 0)
        for one in score.called { #expect(one.verdict.evidence.fewestPasses >= 10) }
    }

    /// A large sky: 1,000 routes, 28 days, of which the last four are judged.
    private static func largeSky(_ seed: UInt64) throws -> HideAndSeek {
        var size = TrafficWorld.Size()
        size.routes = 1_000
        size.days = 28
        size.testedFrom = 24
        var game = HideAndSeek(try TrafficWorld(size, seed: seed))
        game.hiddenShare = 0.3
        return game
    }

    private static func score(_ seeds: ClosedRange<UInt64>) async throws -> Score {
        try await withThrowingTaskGroup(of: [HiddenCase].self) { group in
            for seed in seeds {
                group.addTask {
                    var game = try largeSky(seed)
                    game.run()
                    let score = Score(cases: game.cases)
                    let truths = HiddenCase.Truth.allCases.map { score.count($0) }
                    print(
                        "seed \(seed): cases \(truths), right \(score.called.count { $0.isOff }) of \(score.called.count),",
                        "found \(score.cases.count { $0.isInLearnedAir && $0.saysOff })",
                        "of \(score.cases.count { $0.isInLearnedAir })"
                    )
                    return game.cases
                }
            }
            var cases: [HiddenCase] = []
            for try await some in group { cases += some }
            return Score(cases: cases)
        }
    }

    private static func expectBars(_ score: Score) {
        for truth in HiddenCase.Truth.allCases { #expect(score.count(truth) >= 500, "\(truth)") }
        #expect(score.precision >= 0.95)
        #expect(score.recallInLearnedAir >= 0.5)
        #expect(!score.called.contains { $0.isNeverHeard })
        #expect(score.brier < score.airportBrier)
    }

    @Test(
        "the numbers the judge's rules were chosen by",
        .enabled(if: measures, "measures only with PELACAK_MEASURE")
    )
    func choosing() throws {
        for seeds in [1...5, 201...205, 401...405] as [ClosedRange<UInt64>] {
            var games: [HideAndSeek] = []
            for seed in seeds {
                var game =
                    try seed < 100 ? HideAndSeek(TrafficWorld(TrafficWorld.Size(), seed: seed)) : Self.largeSky(seed)
                game.keepsHearers = true
                game.run()
                games.append(game)
            }
            for (repetition, quiet, borrowed) in [(0.9, 4.0, 2.0), (1, 4, 2), (0.9, 3, 2), (0.9, 4, 0), (0.9, 4, 4)] {
                var rules = GapRules()
                rules.repetition = repetition
                rules.quietAfter = quiet
                rules.borrowedPasses = borrowed
                let score = Score(cases: games.flatMap { $0.judged(by: GapJudge(rules: rules)) })
                print(
                    "choosing: seeds \(seeds) repetition \(repetition) quiet \(quiet) borrowed \(borrowed):",
                    Score.percent(score.precision),
                    "of",
                    score.called.count,
                    "recall",
                    Score.percent(score.recallInLearnedAir)
                )
            }
        }
    }

    @Test("at least 500 of each kind, on seeds that were not tuned on")
    func holdsOverManyDays() async throws { Self.expectBars(try await Self.score(601...603)) }

    @Test("the figures of docs/coverage.md", .enabled(if: measures, "measures only with PELACAK_MEASURE"))
    func measuredOverManyDays() async throws {
        let score = try await Self.score(601...605)
        print(score.report)
        Self.expectBars(score)
    }

    @Test(
        "how long one antenna has to listen",
        .enabled(if: measures, "measures only with PELACAK_MEASURE")
    )
    func oneAntenna() throws {
        for routes in [150, 400, 1_000] {
            var byDay: [Int: [HiddenCase]] = [:]
            var (passes, counts, bytes) = (0, 0, 0)
            for seed in 301...303 as ClosedRange<UInt64> {
                var size = TrafficWorld.Size()
                size.routes = routes
                size.listeners = 1
                size.days = 45
                size.testedFrom = 1
                size.latitudes = 46...53
                size.longitudes = 3...15
                size.hasMasks = false
                size.hasOutages = false
                var game = HideAndSeek(try TrafficWorld(size, seed: seed))
                game.run()
                for one in game.cases { byDay[one.day, default: []].append(one) }
                passes += game.passesHeard.reduce(0, +) / size.days / 3
                counts = max(counts, game.grid.count)
                bytes = max(bytes, game.grid.bytes().count)
            }
            print(
                "one antenna: \(routes) flights a day, \(passes) passes heard a day, \(counts) counts, \(bytes) bytes"
            )
            for days in [1...2, 3...4, 5...7, 8...10, 11...14, 15...20, 21...30, 31...44] {
                let score = Score(cases: days.flatMap { byDay[$0] ?? [] })
                print(
                    "one antenna: day \(days):",
                    "well covered",
                    score.cases.count { $0.isWellCovered },
                    "recall",
                    Score.percent(score.recall),
                    "called",
                    score.called.count,
                    "wrong",
                    score.called.count { !$0.isOff }
                )
            }
        }
    }
}
