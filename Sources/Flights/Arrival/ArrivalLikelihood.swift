import Aero

/// How well an airport goes with what an aircraft does. All numbers are ours.
struct ArrivalLikelihood {
    let outlook: SpeedOutlook
    private let trend: Trend?
    private let altitude: Double?
    private let limits: AirframeLimits
    /// Metres on which legs of its kind grow rarer by a factor of e.
    private let usualLeg: Double

    /// Of how many courses nothing is learned: airways, weather, turns.
    private let strayShare: Double

    /// Degrees by which the course of one far away is off.
    private let steadiness: Double

    /// - Parameter isCourseLong: the course is that of all its way so far as well.
    init(_ situation: FlightSituation, _ limits: AirframeLimits, _ outlook: SpeedOutlook, isCourseLong: Bool) {
        steadiness = isCourseLong ? 3.5 : 5
        self.outlook = outlook
        self.limits = limits
        trend = situation.trend
        altitude = situation.altitude?.rawValue
        usualLeg = 1_900_000 * Trigonometry.power(min(1, outlook.usual / 450), 2.5)
        let isTurning = situation.trend == .climbing && (altitude ?? 0) < 12_000
        strayShare = outlook.isFast ? (isTurning ? 0.3 : 0.1) : 0.5
    }

    /// What is expected of any aircraft of its kind before anything is looked at.
    func base(_ field: PrincipalField, metres: Double) -> Double {
        let usual =
            switch field.size {
            case .large: 1.0
            case .medium: outlook.isFast ? (field.hasScheduledService ? 0.06 : 0.02) : 0.6
            case .unclassified: outlook.isFast ? 0.01 : 0.3
            case .small: outlook.isFast ? 0.003 : 0.15
            case .heliport, .seaplaneBase, .disputed: 0.003
            }
        return usual * runway(field) * Trigonometry.exponential(-metres / usualLeg)
    }

    private func runway(_ field: PrincipalField) -> Double {
        if limits.isRotorcraft { return 1 }
        guard let longest = field.longestRunway else { return 0.3 }
        if limits != .unknown { return longest < limits.runwayMinimum ? 0 : 1 }
        return longest < (outlook.isFast ? limits.runwayMinimum : 500) ? 0.1 : 1
    }

    /// Probability of its course, for a degree.
    ///
    /// - Parameter cosine: of the angle between the course and the way to the airport; `nil` where either is not known.
    func course(_ cosine: Double?, metres: Double) -> Double {
        guard let cosine else { return 1.0 / 360 }
        let stray = strayShare / 360
        guard cosine > -0.5 else { return stray }
        let spread = min(90, (outlook.isFast ? steadiness : 12) + 700_000 / max(1_000, metres))
        let off = Trigonometry.arcCosine(cosine) / Trigonometry.radiansPerDegree
        return stray + (1 - strayShare) * Trigonometry.exponential(-off / spread) / (2 * spread)
    }

    /// Probability that it climbs, descends or flies level where it does, if it lands there: the top of descent lies within about 200 km.
    func profile(elevation: Double, metres: Double) -> Double {
        guard let trend, let altitude else { return 1 }
        let height = max(0, altitude - elevation)
        let ratio = metres / (height * DescentProfile.metresPerFoot + 8_000)
        let rare = rare(trend, height: height)
        switch trend {
        case .descending:
            if ratio < 0.5 { return max(rare, ratio * 2) }
            return ratio < 1.5 ? 1 : max(rare, Trigonometry.exponential(-(ratio - 1.5) / 0.5))
        case .level:
            guard height > 12_000 else {
                return ratio < 3 || !outlook.isFast
                    ? 0.5 : max(rare, 0.5 * Trigonometry.exponential(-(ratio - 3) / 1.5))
            }
            return max(rare, min(1, (ratio - 0.7) / 0.4))
        case .climbing:
            return max(rare, min(1, (ratio - 0.5) / 1.5))
        }
    }

    /// Probability of doing what one would not expect. Who lands far away is rarely low, and hardly ever on his way down there.
    private func rare(_ trend: Trend, height: Double) -> Double {
        switch (trend, outlook.isFast) {
        case (.climbing, true): 0.03
        case (_, true): max(1e-4, 0.02 * min(1, height * height / 9e8))
        case (.descending, false): max(0.01, 0.3 * min(1, height * height / 9e6))
        case (_, false): 0.3
        }
    }
}
