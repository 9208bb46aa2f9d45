import Flights

extension LearnedCoverage {
    /// - Returns: `nil` where nothing was learned yet.
    init?(_ learner: CoverageLearner?, _ places: ListenerPlaces) {
        guard let learner, let learned = learner.learned else { return nil }
        self.init(
            coverage: learner.coverage,
            uptimes: learner.uptimes,
            roster: places.roster,
            learned: learned,
            universalAccess: places.universalAccess,
            polled: Set(places.areas.map(\.number))
        )
    }
}
