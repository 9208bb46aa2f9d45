import Aero
import Flights
import Tracking

/// Learns coverage from rows as they are handed on, a quarter of an hour at a time.
struct ScenePupil {
    private var learner = CoverageLearner()
    private var traces: [ArchivedAircraft: Trace] = [:]
    private var start: Timestamp?

    private static let stretch = 900.0

    mutating func add(_ batch: ObservationBatch) {
        for row in batch.rows {
            start = start ?? row.observation.time
            // All are heard by one: the first set of a batch is nobody, the second is the receiver.
            var observation = row.observation
            observation.heardBy = 1
            traces[row.aircraft, default: Trace(row.aircraft, receiverSets: [.empty, ReceiverSet([1])])]
                .observations.append(observation)
        }
    }

    /// - Returns: what is known by then, where it is more than before.
    mutating func learn(until now: Timestamp) -> LearnedCoverage? {
        guard let begin = start, now.seconds(since: begin) >= Self.stretch + 10 else { return nil }
        let end = begin.advanced(bySeconds: Self.stretch)
        var rest: [ArchivedAircraft: Trace] = [:]
        for (aircraft, trace) in traces.sorted(by: { $0.key < $1.key }) {
            var (early, late) = (trace, trace)
            early.observations = trace.observations.filter { $0.time < end }
            late.observations = trace.observations.filter { $0.time >= end }
            if !early.observations.isEmpty { learner.take(heard: early) }
            if !late.observations.isEmpty { rest[aircraft] = late }
        }
        traces = rest
        learner.end(begin..<end)
        start = end
        return learner.learned.map {
            LearnedCoverage(
                coverage: learner.coverage,
                uptimes: learner.uptimes,
                roster: ListenerRoster(),
                learned: $0
            )
        }
    }
}
