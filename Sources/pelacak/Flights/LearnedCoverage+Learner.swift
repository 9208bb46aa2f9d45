import Flights

extension LearnedCoverage {
    /// - Returns: `nil` where nothing was learned yet.
    init?(_ learner: CoverageLearner?, roster: ListenerRoster) {
        guard let learner, let learned = learner.learned else { return nil }
        self.init(coverage: learner.coverage, uptimes: learner.uptimes, roster: roster, learned: learned)
    }
}
