import Aero
import Flights

/// Finds who flies with whom: convoys, and sisters that are heard by turns.
struct ConvoyFinder {
    /// Two candidates that belong together, by their places before they are ordered.
    struct Bond: Hashable {
        let one: AircraftAddress
        let other: AircraftAddress
        let isRelay: Bool
    }

    let rules: RankingRules
    let byAddress: [AircraftAddress: HeardAircraft]

    func bonds(among candidates: [Candidate]) -> [Bond] {
        var byOperator: [String: [Int]] = [:]
        for (place, candidate) in candidates.enumerated() {
            // Airlines have many that have nothing to do with each other.
            guard candidate.role != .airliner, let name = candidate.identity.aircraftOperator else { continue }
            byOperator[name, default: []].append(place)
        }
        var bonds: [Bond] = []
        for places in byOperator.values where places.count > 1 && places.count <= 60 {
            for (number, place) in places.enumerated() {
                for other in places[(number + 1)...] {
                    let (left, right) = (candidates[place], candidates[other])
                    let isRelay = isRelay(left, right)
                    if isRelay || isTogether(left, right) {
                        bonds.append(Bond(one: left.address, other: right.address, isRelay: isRelay))
                    }
                }
            }
        }
        return bonds.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    }

    /// Whether both were heard at a stop within the hour.
    private func isTogether(_ one: Candidate, _ other: Candidate) -> Bool {
        for (left, right) in zip(one.evidence, other.evidence) {
            guard let here = left.seen, let there = right.seen, here.isDeparture == there.isDeparture else { continue }
            if abs(here.time.seconds(since: there.time)) <= rules.convoySeconds { return true }
        }
        return false
    }

    /// Whether one fell silent in flight, and the other, not heard before, appeared near there and then.
    private func isRelay(_ one: Candidate, _ other: Candidate) -> Bool {
        guard let type = one.identity.type, type == other.identity.type, let left = byAddress[one.address],
            let right = byAddress[other.address]
        else { return false }
        return hands(left, right) || hands(right, left)
    }

    private func hands(_ one: HeardAircraft, _ other: HeardAircraft) -> Bool {
        for stretch in one.stretches where stretch.last.heightMetres > 3_000 && !stretch.isSinking {
            for next in other.stretches where next.first.heightMetres > 3_000 && !next.isRising {
                let seconds = next.first.time.seconds(since: stretch.last.time)
                // A break of coverage may lie between.
                guard abs(seconds) <= 1_800 else { continue }
                let apart = Geodesy.distance(stretch.last.disc.centre, next.first.disc.centre).rawValue
                let slack = stretch.last.usualRadius.rawValue + next.first.usualRadius.rawValue
                if apart <= 60_000 + abs(seconds) * 280 + slack { return true }
            }
        }
        return false
    }

    /// Says who was there with whom, and lets sisters heard by turns share alike: which of them it is cannot be told.
    func settle(_ candidates: inout [Candidate], _ bonds: [Bond]) {
        let places = candidates.indices.reduce(into: [AircraftAddress: Int]()) { $0[candidates[$1].address] = $1 }
        var friends: [Int: [AircraftAddress]] = [:]
        var turns: [Int: [AircraftAddress]] = [:]
        for bond in bonds {
            guard let one = places[bond.one], let other = places[bond.other] else { continue }
            guard bond.isRelay else {
                friends[one, default: []].append(bond.other)
                friends[other, default: []].append(bond.one)
                continue
            }
            turns[one, default: []].append(bond.other)
            turns[other, default: []].append(bond.one)
            let mean = (candidates[one].probability + candidates[other].probability) / 2
            candidates[one].probability = mean
            candidates[other].probability = mean
        }
        for (place, mates) in friends { candidates[place].note(RankingRow(.companions(mates.sorted()), weight: 0)) }
        for (place, mates) in turns { candidates[place].note(RankingRow(.relay(mates.sorted()), weight: 0)) }
    }

    /// - Parameter candidates: likeliest first.
    func convoys(of candidates: [Candidate], _ bonds: [Bond], nobody: Double) -> [Convoy] {
        let groups = Groups(bonds)
        let turns = Groups(bonds.filter(\.isRelay))
        let relays = Set(bonds.filter(\.isRelay).map { groups.head(of: $0.one) })
        var members: [AircraftAddress: [Candidate]] = [:]
        for candidate in candidates { members[groups.head(of: candidate.address), default: []].append(candidate) }
        let convoys = members.map { key, all in
            let carried = all.reduce(0) { $0 + $1.probability }
            let reckoned = carried + max(0, 1 - carried - nobody) * along(all, turns)
            // Two that are heard at a stop together are heard twice.
            let isNameable = all.contains(where: \.isNameable) || all.count(where: \.isSeenAtStop) > 1
            let bound = isNameable ? 1 : rules.singleSightingBound
            let convoy = Convoy(
                members: all.map(\.address),
                probability: min(bound, calibrated(reckoned)),
                ground: relays.contains(key) ? .relay : all.count > 1 ? .together : .alone
            )
            return (convoy: convoy, reckoned: reckoned, carried: carried)
        }
        // Of those of which the same is told, for they are bounded or as good as certain, first stands of which more was reckoned.
        return convoys.sorted { one, other in
            (other.convoy.probability, other.reckoned, other.carried, one.convoy.members[0])
                < (one.convoy.probability, one.reckoned, one.carried, other.convoy.members[0])
        }
        .map(\.convoy)
    }

    /// P(any of them came along). Each comes along, or not, whatever the others do; those heard by turns may be one flight of which nobody can
    /// tell whose it is, so that the likeliest of them counts.
    private func along(_ all: [Candidate], _ turns: Groups) -> Double {
        let flights = all.reduce(into: [AircraftAddress: Double]()) { flights, one in
            flights[turns.head(of: one.address), default: 0] = max(
                flights[turns.head(of: one.address), default: 0],
                one.accompanying
            )
        }
        // In the order of addresses: a sum of the same numbers is then the same to the last bit.
        return 1 - flights.sorted { $0.key < $1.key }.reduce(1) { $0 * (1 - $1.value) }
    }

    /// Who belongs together by bonds, each group under the lowest address in it.
    private struct Groups {
        private var root: [AircraftAddress: AircraftAddress] = [:]

        init(_ bonds: [Bond]) {
            for bond in bonds {
                let (one, other) = (head(of: bond.one), head(of: bond.other))
                if one != other { root[max(one, other)] = min(one, other) }
            }
        }

        func head(of address: AircraftAddress) -> AircraftAddress {
            var at = address
            while let up = root[at], up != at { at = up }
            return at
        }
    }

    /// Several convoys may fly with one visit, and their members are not always seen to belong together: below one half, what is computed is
    /// too low. Raised so that no order changes, nothing passes one half and nothing above it moves.
    private func calibrated(_ probability: Double) -> Double {
        guard probability < 0.5 else { return min(1, probability) }
        return 0.5 - 0.5 * Trigonometry.power(1 - 2 * probability, rules.convoyCurve)
    }
}
