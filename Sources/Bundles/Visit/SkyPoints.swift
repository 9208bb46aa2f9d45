import Aero
import Flights
public import Visits

/// Points of one aircraft as a bundle holds them: with positions, to be compared.
public struct SkyPoints: Hashable, Sendable {
    public let points: [HeardPoint]

    /// - Parameter points: those without a position are left out.
    public init(_ points: [HeardPoint]) { self.points = points.filter { $0.disc.radius == 0 } }
}
