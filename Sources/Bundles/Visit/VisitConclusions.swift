import Aero
import Flights
import Visits

/// What a ranking concludes, each under a name: who is consistent with the visit, by which reasons, who is excluded, what is left.
///
/// While the archive is young nothing is concluded of how likely anything is.
struct VisitConclusions {
    /// Candidates whose reasons are written down: as many as are told.
    static let mostCandidates = 50

    private let ranking: VisitRanking
    private(set) var all: [Conclusion] = []

    init(_ ranking: VisitRanking) {
        self.ranking = ranking
        addWhole()
        for (place, candidate) in ranking.candidates.enumerated() { add(candidate, place: place) }
        for convoy in ranking.convoys where convoy.members.count > 1 { add(convoy) }
        for excluded in ranking.excluded { add(excluded) }
        for settling in ranking.settling { add(settling) }
        all.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func addWhole() {
        all.append(Conclusion("young", .boolean(ranking.isYoung)))
        all.append(Conclusion("missing", .array(ranking.missing.map { .string($0.rawValue) })))
        all.append(Conclusion("used-stops", .array(ranking.usedStops.map { CanonicalJSON($0) })))
        all.append(
            Conclusion("none", .members(["probability": share(ranking.none), "nobody": share(ranking.nobody)]))
        )
    }

    /// How likely something is; nothing while the archive is young.
    private func share(_ value: Double) -> CanonicalJSON { ranking.isYoung ? .null : .number(value) }

    private mutating func add(_ candidate: Candidate, place: Int) {
        let name = "candidate/" + candidate.address.hex
        all.append(
            Conclusion(
                name,
                .members([
                    "place": CanonicalJSON(place + 1), "role": .string(candidate.role.rawValue),
                    "probability": share(candidate.probability), "accompanying": share(candidate.accompanying),
                ])
            )
        )
        guard place < Self.mostCandidates else { return }
        for (stop, evidence) in zip(ranking.usedStops, candidate.evidence) {
            all.append(Conclusion("\(name)/stop/\(stop)", Self.value(evidence.told)))
        }
        // The same term may stand several times: with a number then.
        var counts: [String: Int] = [:]
        for row in candidate.rows {
            var term = row.term.name + (row.term.stop.map { "/\($0)" } ?? "")
            let count = counts[term, default: 0]
            counts[term] = count + 1
            if count > 0 { term += "/" + Self.letter(count) }
            all.append(Conclusion("\(name)/term/\(term)", value(row)))
        }
    }

    private static func letter(_ count: Int) -> String { "n\(count + 1)" }

    private static func value(_ told: StopEvidence.Told) -> CanonicalJSON {
        .members([
            "known": .string(told.known.rawValue), "airport": CanonicalJSON(told.airport),
            "from": CanonicalJSON(told.from), "to": CanonicalJSON(told.to),
        ])
    }

    private func value(_ row: RankingRow) -> CanonicalJSON {
        .members([
            "weight": share(row.weight),
            "observations": row.observations.isEmpty ? .null : .array(row.observations.map { CanonicalJSON($0) }),
        ])
    }

    private mutating func add(_ convoy: Convoy) {
        let members = convoy.members.map(\.hex).sorted()
        all.append(
            Conclusion(
                "group/" + members.joined(separator: "+"),
                .members(["ground": .string(convoy.ground.rawValue), "probability": share(convoy.probability)])
            )
        )
    }

    private mutating func add(_ excluded: ExcludedAircraft) {
        let value: CanonicalJSON
        switch excluded.reason {
        case .outOfReach(let stops, let need):
            value = .members([
                "reason": "out-of-reach", "stops": .array(stops.map { CanonicalJSON($0) }),
                "metres": CanonicalJSON(need?.distance.rawValue), "seconds": CanonicalJSON(need?.seconds),
                "kmh": CanonicalJSON(need?.speed?.rawValue),
            ])
        case .outOfOrder: value = .members(["reason": "out-of-order"])
        case .escort: value = .members(["reason": "escort"])
        }
        all.append(Conclusion("excluded/" + excluded.address.hex, value))
    }

    private mutating func add(_ settling: SettlingObservation) {
        all.append(
            Conclusion(
                "settling/\(settling.stop)/\(settling.airport)",
                .members([
                    "from": CanonicalJSON(settling.span.earliest), "to": CanonicalJSON(settling.span.latest),
                    "bits": share(settling.bits),
                ])
            )
        )
    }
}
