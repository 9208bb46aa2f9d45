import Aero
import Foundation
import Simulation
import Testing
import Visits

/// Figures, not facts: `make bench-visits`; seeds by PELACAK_SEEDS=FIRST-LAST, days of background by PELACAK_DAYS.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct RankingMeasurements {
    private static func setting(_ name: String, _ standard: String) -> String {
        ProcessInfo.processInfo.environment[name] ?? standard
    }

    @Test func table() {
        let ends = Self.setting("PELACAK_SEEDS", "1-60").split(separator: "-").compactMap { UInt64($0) }
        let days = Self.setting("PELACAK_DAYS", "7").split(separator: ",").compactMap { Double($0) }
        let isVerbose = Self.setting("PELACAK_VERBOSE", "") != ""
        var scores = days.map { _ in RankingScore() }
        for seed in ends[0]...ends[1] {
            let reading = ScenarioReading(VisitScenario(seed: seed))
            for (number, day) in days.enumerated() {
                let archive = reading.archive(days: day)
                let ranker = VisitRanker()
                guard
                    let ranking = ranker.ranking(
                        of: reading.aircraft,
                        itinerary: reading.itinerary,
                        watched: reading.watched,
                        archive: archive
                    )
                else { continue }
                let outcome = RankingOutcome(reading, ranking)
                scores[number].outcomes.append(outcome)
                if isVerbose { print(RankingTrouble.text(outcome, reading, ranking)) }
            }
        }
        for (day, score) in zip(days, scores) {
            print("visits, seeds \(ends[0])-\(ends[1]), background \(day) d: \(score)")
            print("visits, reliability of groups: \(score.reliability)")
        }
    }
}
