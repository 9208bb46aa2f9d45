import Aero
import Simulation
import Visits

/// What went wrong in a scenario, for looking at.
enum RankingTrouble {
    static func text(_ outcome: RankingOutcome, _ reading: ScenarioReading, _ ranking: VisitRanking) -> String {
        let truth = outcome.truth
        let isRight = truth.carrier == nil ? outcome.topCandidate <= 0.5 : outcome.convoyFirst
        let kind = truth.carrier.map { "\($0.kind.rawValue) \($0.transponder.rawValue)" } ?? "nobody"
        var lines = [
            "seed \(outcome.seed) \(isRight ? "ok" : "WRONG") \(kind) fault \(truth.fault?.rawValue ?? "-") "
                + "spoofed \(truth.isSpoofed) detour \(truth.hasDetour) relay \(truth.relayPartner != nil) "
                + "rank \(outcome.carrierRank.map { String($0) } ?? "-") excluded \(outcome.isCarrierExcluded) "
                + "heard \(outcome.isCarrierHeard) none \(short(outcome.none)) group \(short(outcome.topGroup)) "
                + "candidates \(outcome.candidates) list \(outcome.listRank.map { String($0) } ?? "-")"
        ]
        guard !isRight || outcome.isCarrierExcluded || (truth.carrier != nil && outcome.topGroup < 0.6) else {
            return lines[0]
        }
        if let first = ranking.candidates.first { lines.append(line(first, truth)) }
        if let carrier = ranking.candidates.first(where: { $0.address == truth.carrier?.address }) {
            lines.append(line(carrier, truth))
        }
        if let out = ranking.excluded.first(where: { $0.address == truth.carrier?.address }) {
            lines.append("   excluded: \(out.reason)")
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ candidate: Candidate, _ truth: VisitTruth) -> String {
        let who =
            candidate.address == truth.carrier?.address
            ? "carrier" : truth.isOfConvoy(candidate.address) ? "mate" : "other"
        let rows = candidate.rows.map { row in "\(name(row.term)) \(short(row.weight))" }
        return "   \(who) \(candidate.role.rawValue) \(short(candidate.probability)): " + rows.joined(separator: ", ")
    }

    private static func name(_ term: RankingTerm) -> String {
        switch term {
        case .mayAccompany: "may accompany"
        case .relay: "relay"
        case .prior(_, _, let count): "prior/\(count)"
        case .seenAtStop(let stop, let seen):
            "seen\(stop)(\(seen.isDeparture ? "dep " : "")1/\(Int(1 / seen.perHour))h)"
        case .stopInSilence(let stop, let fit):
            "fit\(stop)(\(short(fit.unheard)) \(fit.courseOff.map { "\(Int($0.rawValue))" } ?? "-"))"
        case .unreachable(let stop, _): "unreachable\(stop)"
        case .order: "order"
        case .origin(_, let heard, let probability): "origin(\(heard != nil) \(short(probability)))"
        case .onRoute(let stop): "onRoute\(stop)"
        case .notFromHome: "notFromHome"
        case .routeSilence(let stop, let covered): "silence\(stop)(\(short(covered)))"
        case .companions(let all): "companions\(all.count)"
        case .sister: "sister"
        case .claim: "claim"
        }
    }

    static func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
