import Flights

extension LearnedCoverage {
    /// - Returns: `nil` where nothing was learned yet.
    init?(_ known: CoverageLearner?, _ places: ListenerPlaces) {
        guard var learner = known, let learned = learner.learned else { return nil }
        learner.areas = AreaSource.areas(places.areas)
        self.init(
            coverage: learner.coverage,
            uptimes: learner.uptimes,
            roster: places.roster,
            learned: learned,
            universalAccess: places.universalAccess
        )
    }
}
