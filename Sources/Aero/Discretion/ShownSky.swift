/// The part of the sky that strangers are shown: not farther from a place than so much, and not lower than so much.
///
/// Where a receiver hears all of it, what is shown begins and ends where the operator says and not where the receiver's hearing does.
/// The middle is the shown place, not the true one.
public struct ShownSky: Hashable, Sendable {
    /// `nil`: wherever.
    public var middle: Position?
    /// From the middle; `nil`: however far.
    public var range: Metres?
    /// By the pressure altitude; `nil`: however low.
    public var floor: Feet?

    public init(middle: Position? = nil, range: Metres? = nil, floor: Feet? = nil) {
        self.middle = middle
        self.range = range
        self.floor = floor
    }

    /// Whether it leaves anything out.
    public var isWhole: Bool { floor == nil && (middle == nil || range == nil) }

    /// Whether something there may be shown. What is not known cannot be said to lie inside.
    ///
    /// - Parameter altitude: of the air's pressure, or geometric where nothing else is known; on the ground 0.
    public func shows(_ position: Position?, altitude: Feet?) -> Bool {
        if let floor {
            guard let altitude, altitude >= floor else { return false }
        }
        if let middle, let range {
            guard let position, Geodesy.distance(middle, position) <= range else { return false }
        }
        return true
    }
}
