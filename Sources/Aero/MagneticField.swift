/// The Earth's magnetic field at one place and time, in nanotesla along the directions of the WGS-84 ellipsoid there.
public struct MagneticField: Hashable, Sendable {
    /// Towards true north, X.
    public let northNanotesla: Double
    /// Towards east, Y.
    public let eastNanotesla: Double
    /// Downwards, Z.
    public let downNanotesla: Double

    /// The horizontal part, H, never negative.
    public var horizontalNanotesla: Double {
        (northNanotesla * northNanotesla + eastNanotesla * eastNanotesla).squareRoot()
    }

    /// The whole strength, F.
    public var totalNanotesla: Double {
        (horizontalNanotesla * horizontalNanotesla + downNanotesla * downNanotesla).squareRoot()
    }

    /// Angle from true north to magnetic north, D: east positive, -180 … 180.
    public var declination: Degrees {
        Degrees(Trigonometry.arcTangent(y: eastNanotesla, x: northNanotesla) / Trigonometry.radiansPerDegree)
    }

    /// Angle below the horizon, I: down positive, -90 … 90.
    public var inclination: Degrees {
        Degrees(Trigonometry.arcTangent(y: downNanotesla, x: horizontalNanotesla) / Trigonometry.radiansPerDegree)
    }

    /// Whether a compass can be used here: outside the blackout zones around the magnetic poles, where H is below 2,000 nT.
    ///
    /// - Source: *The US/UK World Magnetic Model for 2020-2025*, NOAA NCEI technical report, 2020, blackout zones.
    public var isUsableByCompass: Bool { horizontalNanotesla >= 2000 }
}
