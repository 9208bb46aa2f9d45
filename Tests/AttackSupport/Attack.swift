import Aero
import Simulation

/// Ways to find a receiver from what the public gets. Each knows how far a receiver hears at which height, and gives its one best guess.
enum Attack: String, CaseIterable {
    /// The shown place itself.
    case shown
    /// The middle of everything heard.
    case middle
    /// The middle of the outline of how far was heard.
    case outline
    /// Where the lowest were heard.
    case lowest
    /// Where circles of the radio horizon through first and last heard positions meet.
    case horizon
    /// Where the edges of a silent sector meet.
    case shadow
    /// Where the loss of messages is least, by the law of loss; needs counts of messages.
    case loss
    /// The same without counts: by the seconds in which nothing was heard.
    case gaps

    typealias Spot = AttackWorld.Spot
    typealias Sample = AttackWorld.Sample

    func guess(_ samples: [Sample], shown: Spot) -> Spot {
        guard !samples.isEmpty else { return shown }
        switch self {
        case .shown: return shown
        case .middle: return Self.mean(samples.map(\.spot))
        case .outline: return Self.outline(samples)
        case .lowest:
            let sorted = samples.sorted { $0.altitude < $1.altitude }
            return Self.mean(sorted.prefix(max(20, samples.count / 200)).map(\.spot))
        case .horizon: return Self.horizon(samples) ?? shown
        case .shadow: return Self.shadow(samples) ?? shown
        case .loss: return Self.loss(samples) { 0.97 - 0.62 * $0 * $0 * $0 }
        case .gaps:
            return Self.loss(Self.withGaps(samples)) { part in
                // Ten messages in five seconds.
                1 - Trigonometry.power(0.03 + 0.62 * part * part * part, 10)
            }
        }
    }

    private static func mean(_ spots: [Spot]) -> Spot {
        let count = Double(max(1, spots.count))
        return Spot(
            east: spots.reduce(0) { $0 + $1.east } / count,
            north: spots.reduce(0) { $0 + $1.north } / count
        )
    }

    private static func outline(_ samples: [Sample]) -> Spot {
        let middle = mean(samples.map(\.spot))
        var far = [Spot?](repeating: nil, count: 72)
        for sample in samples {
            let angle = Trigonometry.arcTangent(y: sample.spot.east - middle.east, x: sample.spot.north - middle.north)
            let slot = Int((angle / (2 * .pi) + 0.5) * 72) % 72
            if far[slot].map({ $0.distance(middle) < sample.spot.distance(middle) }) ?? true { far[slot] = sample.spot }
        }
        return mean(far.compactMap { $0 })
    }

    /// How far the horizon is for an antenna of 20 m, kilometres.
    private static func reach(_ altitude: Double) -> Double {
        min(420, 4.12 * ((max(0, altitude) * 0.3048).squareRoot() + 20.0.squareRoot()))
    }

    /// First and last positions of each stretch that was heard.
    private static func edges(_ samples: [Sample]) -> [Sample] {
        var edges: [Sample] = []
        for index in samples.indices {
            let (one, before) = (samples[index], index > 0 ? samples[index - 1] : nil)
            let begins = before.map { $0.flight != one.flight || one.time - $0.time > 60 } ?? true
            if begins {
                if let before { edges.append(before) }
                edges.append(one)
            }
        }
        if let last = samples.last { edges.append(last) }
        return edges
    }

    private static func best(_ middle: Spot, reach: Double, step: Double, _ score: (Spot) -> Double) -> Spot {
        var (found, highest) = (middle, -Double.infinity)
        var east = -reach
        while east <= reach {
            var north = -reach
            while north <= reach {
                let spot = Spot(east: middle.east + east, north: middle.north + north)
                let value = score(spot)
                if value > highest { (found, highest) = (spot, value) }
                north += step
            }
            east += step
        }
        return found
    }

    private static func horizon(_ samples: [Sample]) -> Spot? {
        let edges = edges(samples).map { (spot: $0.spot, reach: reach($0.altitude)) }
        guard edges.count > 8 else { return nil }
        func score(_ tolerance: Double) -> (Spot) -> Double {
            { spot in
                edges.reduce(0) { sum, edge in
                    let off = abs(spot.distance(edge.spot) - edge.reach) / tolerance
                    return off < 1 ? sum + 1 - off : sum
                }
            }
        }
        let rough = best(mean(samples.map(\.spot)), reach: 160, step: 5, score(8))
        return best(best(rough, reach: 8, step: 1, score(3)), reach: 1, step: 0.25, score(2))
    }

    /// Edges inside of what is heard all around lie on two bearings of the receiver.
    private static func shadow(_ samples: [Sample]) -> Spot? {
        let middle = mean(samples.map(\.spot))
        let far = samples.map { $0.spot.distance(middle) }.max() ?? 0
        let edges = edges(samples).filter {
            $0.spot.distance(middle) < far * 0.85 && abs(reach($0.altitude)) > far * 0.9
        }.map(\.spot)
        guard edges.count > 20 else { return nil }
        func score(_ spot: Spot) -> Double {
            var bins = [Int](repeating: 0, count: 180)
            for edge in edges {
                let angle = Trigonometry.arcTangent(y: edge.east - spot.east, x: edge.north - spot.north)
                bins[min(179, Int((angle / (2 * .pi) + 0.5) * 180))] += 1
            }
            let sorted = bins.sorted(by: >)
            return Double(sorted[0] + sorted[1])
        }
        return best(best(middle, reach: 100, step: 5, score), reach: 5, step: 1, score)
    }

    /// Whole five seconds of a stretch, heard or not: what remains where counts are not told.
    private static func withGaps(_ samples: [Sample]) -> [Sample] {
        var filled: [Sample] = []
        for index in samples.indices {
            var one = samples[index]
            one.messages = 10
            filled.append(one)
            guard index + 1 < samples.count, samples[index + 1].flight == one.flight else { continue }
            let next = samples[index + 1]
            let missing = Int(((next.time - one.time) / 5).rounded()) - 1
            guard (1...12).contains(missing) else { continue }
            for step in 1...missing {
                let part = Double(step) / Double(missing + 1)
                var lost = one
                lost.messages = 0
                lost.spot.east += (next.spot.east - one.spot.east) * part
                lost.spot.north += (next.spot.north - one.spot.north) * part
                filled.append(lost)
            }
        }
        return filled
    }

    /// Least squares of the share of messages heard against a law of loss, over cells of ten kilometres and five thousand feet.
    ///
    /// - Parameter law: the share that is heard at a part of the range.
    private static func loss(_ samples: [Sample], law: (Double) -> Double) -> Spot {
        struct Cell: Hashable {
            var east: Int
            var north: Int
            var level: Int
        }
        var sums: [Cell: (count: Double, heard: Double)] = [:]
        for sample in samples {
            let cell = Cell(
                east: Int((sample.spot.east / 10).rounded()),
                north: Int((sample.spot.north / 10).rounded()),
                level: Int(sample.altitude / 5000)
            )
            let sum = sums[cell] ?? (0, 0)
            sums[cell] = (sum.count + 1, sum.heard + Double(sample.messages) / 10)
        }
        let cells = sums.map { cell, sum in
            (
                spot: Spot(east: Double(cell.east) * 10, north: Double(cell.north) * 10), weight: sum.count,
                share: sum.heard / sum.count, reach: reach(Double(cell.level) * 5000 + 2500)
            )
        }.sorted { ($0.spot.east, $0.spot.north, $0.reach) < ($1.spot.east, $1.spot.north, $1.reach) }
        func score(_ spot: Spot) -> Double {
            -cells.reduce(0) { sum, cell in
                let part = min(1, spot.distance(cell.spot) / cell.reach)
                let off = cell.share - law(part)
                return sum + cell.weight * off * off
            }
        }
        return best(best(mean(samples.map(\.spot)), reach: 120, step: 8, score), reach: 8, step: 1, score)
    }
}
