import Flights
import Foundation

/// What a set of cases says of the judge and of the airport rule.
struct Score {
    let cases: [HiddenCase]

    /// Of those called off, how many were.
    var precision: Double { ratio(called.count { $0.isOff }, called.count) }
    /// Of the silences in well-covered air, how many were called off.
    var recall: Double { recall(of: cases.filter { $0.isWellCovered }) }
    /// The same of those in air where others were known to be heard.
    var recallInLearnedAir: Double { recall(of: cases.filter { $0.isInLearnedAir }) }
    var recallOfAll: Double { recall(of: cases.filter { $0.isOff }) }
    var brier: Double { mean { $0.verdict.label.offAtLeast } }
    var airportBrier: Double { mean { $0.airportRule ? 1 : 0 } }
    var airportPrecision: Double { ratio(cases.count { $0.airportRule && $0.isOff }, cases.count { $0.airportRule }) }
    /// Of a forecaster who always says how many there are.
    var constantBrier: Double {
        let share = ratio(cases.count { $0.isOff }, cases.count)
        return share * (1 - share)
    }
    var called: [HiddenCase] { cases.filter { $0.saysOff } }

    func count(_ truth: HiddenCase.Truth) -> Int { cases.count { $0.truth == truth } }
    func calledOff(_ truth: HiddenCase.Truth) -> Int { called.count { $0.truth == truth } }

    /// For each step of the stated probability: how many cases, what was said on average, how many were off.
    var reliability: [(from: Double, to: Double, cases: Int, said: Double, was: Double)] {
        let edges = [0, 0.03, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.000_001]
        return zip(edges, edges.dropFirst()).map { from, to in
            let inside = cases.filter { (from..<to).contains($0.verdict.label.offAtLeast) }
            let said = inside.reduce(0) { $0 + $1.verdict.label.offAtLeast } / Double(max(1, inside.count))
            return (from, min(1, to), inside.count, said, ratio(inside.count { $0.isOff }, inside.count))
        }
    }

    /// All of it as tables for docs/coverage.md.
    var report: String {
        var text = "| truth | cases | " + GapClass.allCases.map(\.rawValue).joined(separator: " | ") + " |\n"
        for truth in HiddenCase.Truth.allCases {
            let those = cases.filter { $0.truth == truth }
            let said = GapClass.allCases.map { one in "\(those.count { $0.verdict.gapClass == one })" }
            text += "| \(truth.rawValue) | \(those.count) | " + said.joined(separator: " | ") + " |\n"
        }
        text += "precision \(Self.percent(precision)) of \(called.count)"
        text += ", without masks that have just come "
        text += Self.percent(Score(cases: cases.filter { $0.truth != .newMask }).precision)
        text += "; recall in learned air \(Self.percent(recallInLearnedAir)) of \(cases.count { $0.isInLearnedAir })"
        text += ", well covered \(Self.percent(recall)) of \(cases.count { $0.isWellCovered })"
        text += ", all \(Self.percent(recallOfAll)); in cells never heard \(called.count { $0.isNeverHeard })"
        text += " of \(cases.count { $0.isNeverHeard })\n"
        text += String(format: "Brier %.4f, airport rule %.4f (precision ", brier, airportBrier)
        text += Self.percent(airportPrecision) + String(format: "), always the share %.4f\n", constantBrier)
        for row in reliability {
            text += String(
                format: "| %.2f … %.2f | %d | %.3f | %.3f |\n",
                row.from,
                row.to,
                row.cases,
                row.said,
                row.was
            )
        }
        return text
    }

    static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

    private func recall(of those: [HiddenCase]) -> Double { ratio(those.count { $0.saysOff }, those.count) }
    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? .nan : Double(part) / Double(whole) }

    private func mean(_ said: (HiddenCase) -> Double) -> Double {
        cases.reduce(0) { sum, one in
            let error = said(one) - (one.isOff ? 1 : 0)
            return sum + error * error
        } / Double(max(1, cases.count))
    }
}
