import Aero
import Simulation
import Visits

/// One scenario's outcome, by the measures of the evaluation.
struct RankingOutcome: Sendable {
    let seed: UInt64
    let truth: VisitTruth
    let isCarrierHeard: Bool
    let convoyFirst: Bool
    let groupHoldsCarrier: Bool
    /// 0 for the first; `nil` where it is not among the candidates.
    let carrierRank: Int?
    let isCarrierExcluded: Bool
    let listConvoyFirst: Bool
    let listRank: Int?
    /// Probability of each convoy above a hundredth, and whether it flew with the visit.
    let convoys: [(probability: Double, isRight: Bool)]
    let carriers: [(probability: Double, isRight: Bool)]
    let topCandidate: Double
    let topGroup: Double
    let none: Double
    /// Whether an aircraft, or a convoy, is named likelier than not.
    var isNamed: Bool { topCandidate > 0.5 }
    /// That of the partner minus that of the carrier, where one was relayed.
    let wrongRelay: Double?
    let candidates: Int

    init(_ reading: ScenarioReading, _ ranking: VisitRanking) {
        let scenario = reading.scenario
        truth = scenario.truth
        seed = scenario.seed
        let carrier = truth.carrier?.address
        isCarrierHeard = reading.aircraft.contains { $0.address == carrier && !$0.stretches.isEmpty }
        let first = ranking.convoys.first
        convoyFirst = first.map { scenario.truth.isOfConvoy($0.members[0]) } ?? false
        groupHoldsCarrier = first?.members.contains { $0 == carrier } ?? false
        carrierRank = ranking.candidates.firstIndex { $0.address == carrier }
        isCarrierExcluded = ranking.excluded.contains { $0.address == carrier }
        let list = ListBaseline(reading)
        listConvoyFirst = list.order.first.map { scenario.truth.isOfConvoy($0) } ?? false
        listRank = list.order.firstIndex { $0 == carrier }
        convoys = ranking.convoys.filter { $0.probability > 0.01 }.map { convoy in
            (convoy.probability, convoy.members.contains { scenario.truth.isOfConvoy($0) })
        }
        carriers = ranking.candidates.filter { $0.probability > 0.01 }.map { ($0.probability, $0.address == carrier) }
        topGroup = first?.probability ?? 0
        topCandidate = max(topGroup, ranking.candidates.first?.probability ?? 0)
        none = ranking.none
        wrongRelay = truth.relayPartner.flatMap { partner in
            ranking.candidates.first { $0.address == partner }?.probability
        }
        candidates = ranking.candidates.count
    }
}

/// Shares over many scenarios.
struct RankingScore: CustomStringConvertible {
    var outcomes: [RankingOutcome] = []

    var visits: [RankingOutcome] { outcomes.filter { $0.truth.carrier != nil } }

    static func share(_ all: [RankingOutcome], _ holds: (RankingOutcome) -> Bool) -> Double {
        all.isEmpty ? .nan : Double(all.filter(holds).count) / Double(all.count)
    }

    static func isTop3(_ rank: Int?) -> Bool { rank.map { $0 < 3 } ?? false }

    /// Expected calibration error over ten bins of equal width.
    static func calibrationError(_ all: [(probability: Double, isRight: Bool)]) -> Double {
        var error = 0.0
        for bin in 0..<10 {
            let here = all.filter { min(9, Int($0.probability * 10)) == bin }
            guard !here.isEmpty else { continue }
            let said = here.reduce(0) { $0 + $1.probability } / Double(here.count)
            let held = Double(here.filter(\.isRight).count) / Double(here.count)
            error += abs(said - held) * Double(here.count) / Double(all.count)
        }
        return error
    }

    /// Those in which nobody travels.
    var empty: [RankingOutcome] { outcomes.filter { $0.truth.carrier == nil } }
    var falselyNamed: BinomialInterval { BinomialInterval(empty.count(where: \.isNamed), of: empty.count) }
    var falseNaming: Double { Self.share(empty, \.isNamed) }
    var relays: [RankingOutcome] { visits.filter { $0.truth.relayPartner != nil } }

    var description: String {
        let visits = visits
        func text(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
        return [
            "n \(visits.count)+\(outcomes.count - visits.count)",
            "convoy1 \(text(Self.share(visits, \.convoyFirst)))",
            "list \(text(Self.share(visits, \.listConvoyFirst)))",
            "holds \(text(Self.share(visits, \.groupHoldsCarrier)))",
            "top1 \(text(Self.share(visits) { $0.carrierRank == 0 }))",
            "list \(text(Self.share(visits) { $0.listRank == 0 }))",
            "top3 \(text(Self.share(visits) { Self.isTop3($0.carrierRank) }))",
            "list \(text(Self.share(visits) { Self.isTop3($0.listRank) }))",
            "kept \(text(Self.share(visits) { !$0.isCarrierExcluded }))",
            "heard \(text(Self.share(visits, \.isCarrierHeard)))",
            "ECE group \(text(Self.calibrationError(outcomes.flatMap(\.convoys))))",
            "top group \(text(Self.calibrationError(outcomes.map { ($0.topGroup, $0.convoyFirst) })))",
            "carrier \(text(Self.calibrationError(outcomes.flatMap(\.carriers))))",
            "false naming \(text(falseNaming)) (\(falselyNamed))",
            "relay wrong \(text(Self.share(relays) { ($0.wrongRelay ?? 0) > 0.9 })) of \(relays.count)",
        ].joined(separator: ", ")
    }

    /// Said and held by bins of a tenth, of groups.
    var reliability: String {
        let all = outcomes.flatMap(\.convoys)
        return (0..<10).compactMap { bin -> String? in
            let here = all.filter { min(9, Int($0.probability * 10)) == bin }
            guard !here.isEmpty else { return nil }
            let said = here.reduce(0) { $0 + $1.probability } / Double(here.count)
            let held = Double(here.filter(\.isRight).count) / Double(here.count)
            return "\((said * 100).rounded() / 100)/\((held * 100).rounded() / 100) (\(here.count))"
        }.joined(separator: "  ")
    }
}
