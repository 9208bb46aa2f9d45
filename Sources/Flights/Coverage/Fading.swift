import Aero

/// How old passes lose their worth: antennas move, trees grow.
struct Fading: Hashable, Sendable {
    /// Days after which a pass counts half.
    let halfLifeDays: Double

    init(halfLifeDays: Double) {
        precondition(halfLifeDays > 0 && halfLifeDays.isFinite)
        self.halfLifeDays = halfLifeDays
    }

    /// - Parameter days: 0 or more.
    func weight(afterDays days: Int) -> Float {
        days == 0 ? 1 : Float(Trigonometry.power(0.5, Double(days) / halfLifeDays))
    }

    /// What one pass on each of so many days is worth on the last of them.
    func worth(ofDays days: Int) -> Double {
        let daily = Trigonometry.power(0.5, 1 / halfLifeDays)
        return (1 - Trigonometry.power(daily, Double(days))) / (1 - daily)
    }
}
