import Aero

/// What each role is worth before anything is heard, shared by all of it, heard or not.
struct ClassPriors {
    private let rules: RankingRules
    private let counts: [AircraftRole: Int]

    init(_ all: [HeardAircraft], rules: RankingRules) {
        self.rules = rules
        counts = all.reduce(into: [:]) { $0[$1.role, default: 0] += 1 }
    }

    func row(_ aircraft: HeardAircraft) -> RankingRow {
        let share = rules.priors[aircraft.role] ?? 0
        let count = max(1, counts[aircraft.role] ?? 1)
        return RankingRow(
            .prior(role: aircraft.role, share: share, amongst: count),
            weight: Trigonometry.naturalLogarithm(max(1e-9, share) / Double(count))
        )
    }
}
