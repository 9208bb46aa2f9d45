import Aero

/// Says which aircraft stand near one of the fleet: a neighbour that no list has, and one whose address differs by a bit.
struct SisterWeigher {
    /// Ours: a list misses aircraft, and what it misses stands beside what it has.
    private static let neighbourRatio = 3.0
    /// Ours: of what a reply without a position says of one, so much may be of the other.
    private static let confusion = 0.15

    /// Lifts who is a probable sibling of an aircraft of the subject's fleet and stands on no list itself.
    func lift(_ candidates: inout [Candidate], fleet: [HeardAircraft]) {
        for place in candidates.indices where candidates[place].role != .subjectFleet {
            let sister = fleet.first { SiblingRule.isProbableSibling(candidates[place].identity, $0.identity) }
            guard let sister else { continue }
            let weight = Trigonometry.naturalLogarithm(Self.neighbourRatio)
            candidates[place].add(RankingRow(.sister(.neighbour, sister.address), weight: weight))
        }
    }

    /// Shares what two have whose addresses differ by one bit: replies without a position may be of either.
    func share(_ candidates: inout [Candidate]) {
        let places = candidates.indices.reduce(into: [AircraftAddress: Int]()) { $0[candidates[$1].address] = $1 }
        let before = candidates.map(\.probability)
        for place in candidates.indices where isPositionless(candidates[place]) {
            for address in SiblingRule.oneBitAway(candidates[place].address) {
                guard let other = places[address], isOfOneOperator(candidates[place], candidates[other]) else {
                    continue
                }
                let moved = before[place] * Self.confusion
                candidates[place].probability -= moved
                candidates[other].probability += moved
                candidates[place].note(RankingRow(.sister(.oneBit, address), weight: 0))
                candidates[other].note(RankingRow(.sister(.oneBit, candidates[place].address), weight: 0))
            }
        }
    }

    private func isPositionless(_ candidate: Candidate) -> Bool {
        candidate.evidence.contains { ($0.seen?.isPositionless ?? false) || ($0.fit?.isPositionless ?? false) }
    }

    private func isOfOneOperator(_ one: Candidate, _ other: Candidate) -> Bool {
        guard let name = one.identity.aircraftOperator else { return false }
        return name == other.identity.aircraftOperator
    }
}
