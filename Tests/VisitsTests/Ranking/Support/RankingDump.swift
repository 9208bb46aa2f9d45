import Aero
import Simulation

@testable import Visits

enum RankingDump {
    static func text(_ reading: ScenarioReading, _ ranking: VisitRanking, days: Double) -> String {
        let truth = reading.scenario.truth
        var convoy: [AircraftAddress: Int] = [:]
        for (number, one) in ranking.convoys.enumerated() { for member in one.members { convoy[member] = number } }
        let top = ranking.candidates.map { $0.priorWeight + $0.evidenceWeight }.max() ?? 0
        var parts: [String] = []
        for one in ranking.candidates {
            let score = one.priorWeight + one.evidenceWeight
            guard one.role == .subjectFleet || score > top - 9 || truth.isOfConvoy(one.address) else { continue }
            let who =
                one.address == truth.carrier?.address
                ? "carrier"
                : truth.isOfConvoy(one.address)
                    ? "mate"
                    : truth.decoys.contains(one.address)
                        ? "decoy" : truth.otherVisitors.contains(one.address) ? "visitor" : "other"
            let rows = one.rows.map { "[\"\(RankingTrouble.name($0.term))\",\($0.weight)]" }.joined(separator: ",")
            let evidence = one.evidence.map {
                "[\($0.mass),\($0.seenMass),\($0.fitMass),\($0.fit?.unheard ?? -1),\($0.seen.map { 1 / $0.perHour } ?? -1)]"
            }.joined(separator: ",")
            let bits = reading.scenario.aircraft.first { $0.address == one.address }?.transponder.rawValue ?? "?"
            parts.append(
                "{\"a\":\(one.address.bits),\"role\":\"\(one.role.rawValue)\",\"who\":\"\(who)\",\"t\":\"\(bits)\",\"prior\":\(one.priorWeight),"
                    + "\"ev\":\(one.evidenceWeight),\"comp\":\(one.companionWeight),\"p\":\(one.probability),"
                    + "\"along\":\(one.accompanying),\"sup\":\(one.supportedStops),\"seen\":\(one.isSeenAtStop),"
                    + "\"convoy\":\(convoy[one.address] ?? -1),\"rows\":[\(rows)],\"evidence\":[\(evidence)]}"
            )
        }
        let convoys = ranking.convoys.filter { $0.probability > 0.002 }.map { one in
            "[\(one.probability),\(one.members.count),\"\(one.ground.rawValue)\",\(one.members.contains { truth.isOfConvoy($0) })]"
        }.joined(separator: ",")
        let fleet = reading.aircraft.filter { $0.role == .subjectFleet }.count
        let silent = reading.aircraft.filter { $0.role == .subjectFleet && $0.stretches.isEmpty }.count
        let out = ranking.excluded.compactMap { one -> String? in
            guard truth.isOfConvoy(one.address) else { return nil }
            return "\"\(one.address == truth.carrier?.address ? "carrier" : "mate")\""
        }.joined(separator: ",")
        return "DUMP {\"seed\":\(reading.scenario.seed),\"days\":\(days),\"flown\":\(truth.carrier != nil),"
            + "\"kind\":\"\(truth.carrier?.kind.rawValue ?? "nobody")\",\"fault\":\"\(truth.fault?.rawValue ?? "-")\",\"spoofed\":\(truth.isSpoofed),\"second\":\(!truth.otherVisitors.isEmpty),"
            + "\"relay\":\(truth.relayPartner != nil),\"fleet\":\(fleet),\"silent\":\(silent),\"mates\":\(truth.companions.count),"
            + "\"none\":\(ranking.none),\"nobody\":\(ranking.nobody),\"stops\":\(ranking.usedStops.count),\"excluded\":[\(out)],"
            + "\"convoys\":[\(convoys)],\"candidates\":[\(parts.joined(separator: ","))]}"
    }
}
