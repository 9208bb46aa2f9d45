import Aero

/// Shares what two aircraft have whose addresses differ by one bit: replies without a position may be of either.
struct SisterWeigher {
    /// Ours: of what a reply without a position says of one, so much may be of the other.
    private static let confusion = 0.15

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
