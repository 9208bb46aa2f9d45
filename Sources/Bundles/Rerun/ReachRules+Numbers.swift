import Aero
import Flights

/// Numbers with units as bundles write them down.
extension ReachRules {
    var windKmh: Double {
        get { wind.rawValue }
        set { wind = KilometresPerHour(newValue) }
    }

    var descentFeetPerMinute: Double {
        get { descentRate.rawValue }
        set { descentRate = FeetPerMinute(newValue) }
    }

    var climbFeetPerMinute: Double {
        get { climbRate.rawValue }
        set { climbRate = FeetPerMinute(newValue) }
    }
}
