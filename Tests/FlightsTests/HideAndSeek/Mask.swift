import Aero

/// Air in which nobody is heard, for everybody.
struct Mask {
    let middle: Position
    let radius: Metres
    /// Only at these heights.
    let heights: ClosedRange<Double>
    /// From this day on; 0: it was never otherwise.
    let since: Int

    func covers(_ position: Position, _ altitude: Feet) -> Bool {
        heights.contains(altitude.rawValue) && Geodesy.distance(middle, position) <= radius
    }
}
