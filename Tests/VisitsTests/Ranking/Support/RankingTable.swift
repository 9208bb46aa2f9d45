import Aero
import Simulation

/// The table of `docs/visits-evaluation.md`, as rows of Markdown.
struct RankingTable {
    let scores: [(days: Double, score: RankingScore)]

    private func cell(_ value: Double) -> String { value.isNaN ? "–" : "\((value * 1_000).rounded() / 1_000)" }

    private func row(_ name: String, _ measure: (RankingScore) -> Double) -> String {
        "| \(name) | " + scores.map { cell(measure($0.score)) }.joined(separator: " | ") + " |"
    }

    private func share(_ score: RankingScore, _ holds: (RankingOutcome) -> Bool) -> Double {
        RankingScore.share(score.visits, holds)
    }

    var text: String {
        let heads = scores.map { "\(Int($0.days)) days" }.joined(separator: " | ")
        var lines = ["| measure | \(heads) |", "|---|" + scores.map { _ in "---|" }.joined()]
        lines.append(row("convoy first") { share($0, \.convoyFirst) })
        lines.append(row("convoy first, list") { share($0, \.listConvoyFirst) })
        lines.append(row("carrier first") { share($0) { $0.carrierRank == 0 } })
        lines.append(row("carrier first, list") { share($0) { $0.listRank == 0 } })
        lines.append(row("carrier in three") { share($0) { RankingScore.isTop3($0.carrierRank) } })
        lines.append(row("carrier in three, list") { share($0) { RankingScore.isTop3($0.listRank) } })
        lines.append(row("carrier not excluded") { share($0) { !$0.isCarrierExcluded } })
        lines.append(row("carrier heard at all") { share($0, \.isCarrierHeard) })
        lines.append(row("first convoy holds the carrier") { share($0, \.groupHoldsCarrier) })
        lines.append(
            row("calibration error, convoys") { RankingScore.calibrationError($0.outcomes.flatMap(\.convoys)) }
        )
        lines.append(
            row("calibration error, first convoy") {
                RankingScore.calibrationError($0.outcomes.map { ($0.topGroup, $0.convoyFirst) })
            }
        )
        lines.append(
            row("calibration error, carriers") { RankingScore.calibrationError($0.outcomes.flatMap(\.carriers)) }
        )
        lines.append(row("nobody travels: named above 0.5") { $0.falseNaming })
        let intervals = scores.map { "\($0.score.falselyNamed)" }
        lines.append("| the same, counted, and 95 % of it | " + intervals.joined(separator: " | ") + " |")
        lines.append(
            row("relay: above 0.9 on the wrong one") { RankingScore.share($0.relays) { ($0.wrongRelay ?? 0) > 0.9 } }
        )
        return (lines + ["", parts]).joined(separator: "\n")
    }

    /// By carrier, transponder and what else was special, with the archive of a week, or the first there is.
    private var parts: String {
        guard let score = (scores.first { $0.days == 7 } ?? scores.first)?.score else { return "" }
        let groups: [(String, (RankingOutcome) -> Bool)] = [
            ("state fleet", { $0.truth.carrier?.kind == .stateFleet }),
            ("unlisted", { $0.truth.carrier?.kind == .unlisted }),
            ("charter", { $0.truth.carrier?.kind == .airliner }),
            ("full transponder", { $0.truth.carrier?.transponder == .full && $0.truth.relayPartner == nil }),
            ("Mode S only", { $0.truth.carrier?.transponder == .modeSOnly }),
            ("switching", { $0.truth.carrier?.transponder == .switching }),
            ("relay pair", { $0.truth.relayPartner != nil }),
            ("wrong announcement", { $0.truth.fault != nil }),
            ("spoofed positions", { $0.truth.isSpoofed }),
            ("detour", { $0.truth.hasDetour }),
            ("two visits", { !$0.truth.otherVisitors.isEmpty }),
            ("decoy", { !$0.truth.decoys.isEmpty }),
        ]
        var lines = [
            "| scenarios | n | convoy first | list | carrier first | list | carrier in three | list | not excluded |",
            "|---|---|---|---|---|---|---|---|---|",
        ]
        for (name, holds) in groups {
            let all = score.visits.filter(holds)
            let shares = [
                RankingScore.share(all, \.convoyFirst), RankingScore.share(all, \.listConvoyFirst),
                RankingScore.share(all) { $0.carrierRank == 0 }, RankingScore.share(all) { $0.listRank == 0 },
                RankingScore.share(all) { RankingScore.isTop3($0.carrierRank) },
                RankingScore.share(all) { RankingScore.isTop3($0.listRank) },
                RankingScore.share(all) { !$0.isCarrierExcluded },
            ]
            lines.append("| \(name) | \(all.count) | " + shares.map(cell).joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }
}
