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

    /// Settings that nothing was developed with: darker, more of what is difficult.
    private static var unfamiliar: VisitSettings {
        var settings = VisitSettings()
        settings.darkStates = 0.4
        settings.heard = 0.95
        settings.outages = 0.1
        settings.modeSOnly = 0.3
        settings.switching = 0.3
        settings.detours = 0.25
        settings.spoofing = 0.15
        settings.wrongAnnouncement = 0.12
        settings.secondVisit = 0.25
        settings.relayPairs = 0.12
        settings.unlistedCarriers = 0.12
        settings.charters = 0.08
        settings.zoneReadings = 0.6
        settings.airliners = 1_800
        settings.businessJets = 600
        return settings
    }

    /// Rules that differ by what PELACAK_TRY says: `name=value,name=value;name=value`.
    private static var variants: [(name: String, rules: RankingRules)] {
        var variants: [(name: String, rules: RankingRules)] = []
        for text in setting("PELACAK_TRY", "").split(separator: ";", omittingEmptySubsequences: false) {
            var rules = RankingRules()
            for part in text.split(separator: ",") {
                let halves = part.split(separator: "=")
                guard halves.count == 2, let value = Double(halves[1]) else { continue }
                switch halves[0] {
                case "temperature": rules.temperature = value
                case "nobody": rules.nobodyPrior = value
                case "none": rules.nonePrior = value
                case "missed": rules.missedStopShare = value
                case "companion": rules.companionShare = value
                case "off": rules.offShare = value
                case "day": rules.wrongDayShare = value
                case "course": rules.courseBounds = value == 0 ? 1...1 : 0.05...value
                case "curve": rules.convoyCurve = value
                case "onward": rules.onwardShare = value
                case "origin": rules.originBound = value
                default: continue
                }
            }
            variants.append((text.isEmpty ? "as it is" : String(text), rules))
        }
        return variants
    }

    /// CPU seconds of this process, user and system.
    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test func table() {
        let ends = Self.setting("PELACAK_SEEDS", "1-60").split(separator: "-").compactMap { UInt64($0) }
        let days = Self.setting("PELACAK_DAYS", "7").split(separator: ",").compactMap { Double($0) }
        let isVerbose = Self.setting("PELACAK_VERBOSE", "") != ""
        var settings = Self.setting("PELACAK_UNFAMILIAR", "") == "" ? VisitSettings() : Self.unfamiliar
        if let share = Double(Self.setting("PELACAK_NOVISIT", "")) { settings.noVisit = share }
        if let share = Double(Self.setting("PELACAK_RELAYS", "")) { settings.relayPairs = share }
        var seconds = 0.0
        var ranked = 0
        let variants = Self.variants
        var scores = days.map { _ in variants.map { _ in RankingScore() } }
        for seed in ends[0]...ends[1] {
            let reading = ScenarioReading(VisitScenario(seed: seed, settings: settings))
            for (number, day) in days.enumerated() {
                let archive = reading.archive(days: day)
                for (place, variant) in variants.enumerated() {
                    let ranker = VisitRanker(rules: variant.rules)
                    let begin = cpu()
                    guard
                        let ranking = ranker.ranking(
                            of: reading.aircraft,
                            itinerary: reading.itinerary,
                            watched: reading.watched,
                            archive: archive
                        )
                    else { continue }
                    seconds += cpu() - begin
                    ranked += reading.aircraft.count
                    let outcome = RankingOutcome(reading, ranking)
                    scores[number][place].outcomes.append(outcome)
                    if isVerbose, place == 0 { print(RankingTrouble.text(outcome, reading, ranking)) }
                }
            }
        }
        print("visits, \((seconds / Double(ranked) * 5_000 * 1e3).rounded()) ms per 5,000 aircraft")
        for (day, scores) in zip(days, scores) {
            for (variant, score) in zip(variants, scores) {
                print("visits, seeds \(ends[0])-\(ends[1]), background \(day) d, \(variant.name): \(score)")
                print("visits, reliability of groups: \(score.reliability)")
            }
        }
        let table = RankingTable(scores: zip(days, scores).map { ($0, $1[0]) })
        print("visits, table\n\(table.text)\nvisits, end of table")
    }
}
