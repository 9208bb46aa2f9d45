public import Aero

/// Where an aircraft was: at a place, or somewhere in all of several discs at once.
public struct Whereabouts: Hashable, Sendable {
    /// At least one; the aircraft was in each.
    public let discs: [Disc]

    public init(_ place: Position) { discs = [Disc(centre: place)] }

    public init(_ disc: Disc) { discs = [disc] }

    /// - Returns: `nil` for none.
    public init?(inAllOf discs: [Disc]) {
        guard !discs.isEmpty else { return nil }
        self.discs = discs
    }

    /// Nothing is known.
    public static let anywhere = Whereabouts(Disc(centre: Position.origin, radius: 21_000_000))

    /// The smallest of the discs, the first of equal ones.
    public var narrowest: Disc {
        var best = discs[0]
        for disc in discs.dropFirst() where disc.radius < best.radius { best = disc }
        return best
    }

    /// A bound from below on the distance to a place: 0 within.
    public func leastDistance(to place: Position) -> Metres {
        var least = Metres(0)
        for disc in discs { least = max(least, Geodesy.distance(disc.centre, place) - disc.radius) }
        return least
    }

    /// A bound from below on the distance between the two.
    public func leastDistance(to other: Whereabouts) -> Metres {
        var least = Metres(0)
        for disc in discs {
            for another in other.discs {
                let apart = Geodesy.distance(disc.centre, another.centre) - disc.radius - another.radius
                least = max(least, apart)
            }
        }
        return least
    }

    /// Whether two of the discs have no place in common: then somebody is wrong about where a receiver stands.
    public var isContradictory: Bool {
        for (number, disc) in discs.enumerated() {
            for other in discs[(number + 1)...]
            where Geodesy.distance(disc.centre, other.centre) > disc.radius + other.radius { return true }
        }
        return false
    }
}
