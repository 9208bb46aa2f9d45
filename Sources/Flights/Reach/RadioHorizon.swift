public import Aero

/// How far a radio of these frequencies reaches over a smooth Earth.
public enum RadioHorizon {
    /// 4.12 km times the sum of the roots of both heights in metres: an Earth of four thirds its radius.
    ///
    /// - Parameters: both heights above the same level; below it they count as 0.
    public static func distance(altitude: Feet, antenna: Metres) -> Metres {
        let height = max(0, altitude.metres.rawValue).squareRoot()
        return Metres(4_120 * (height + max(0, antenna.rawValue).squareRoot()))
    }
}
