import Aero
import Flights
import Tracking

/// Learns from an archive what a learner does not know yet, a quarter of an hour at a time.
struct CoverageStudy {
    let archive: any TrackArchive
    /// Where it begins that knows nothing; three half-lives ago without.
    var start: Timestamp?
    /// Who is asked for an area, and what became of the questions.
    var areas: [AreaSource] = []
    var polls: PollRecord?
    /// Seconds.
    static let longest = 90 * 86_400.0
    /// Archives cut their own pieces so.
    private static let slice: Int64 = 900
    private static let leastSlice: Int64 = 15
    private static let aircraftAtOnce = 100_000

    /// Takes in the next piece of time.
    ///
    /// - Parameter end: until when everything is written that was heard.
    /// - Returns: whether there may be more.
    func step(_ learner: inout CoverageLearner, until end: Timestamp) async throws(ArchiveError) -> Bool {
        guard let own = archive.holding(only: [.own]), let start = try await begin(learner, before: end),
            let world = ArchiveArea(south: -90, west: -180, north: 90, east: 180)
        else { return false }
        guard start < end else { return false }
        var seconds = Self.slice
        while true {
            let edge = (start.nanoseconds / (seconds * 1_000_000_000) + 1) * seconds
            let stretch = start..<min(end, Timestamp(seconds: Double(edge)))
            let traces = try await archive.traces(in: world, during: stretch, limit: Self.aircraftAtOnce)
            if seconds > Self.leastSlice, traces.contains(where: \.evidence.isCut) {
                seconds /= 4
                continue
            }
            learner.areas = AreaSource.areas(areas)
            for trace in traces { try await take(trace, own, stretch, into: &learner) }
            for area in areas {
                let before = stretch.lowerBound.advanced(bySeconds: -CoverageLearner.pollMargin(period: area.period))
                let polls = await polls?.polls(of: area, in: before..<stretch.upperBound) ?? []
                learner.take(polls: polls, of: area.number, period: area.period)
            }
            learner.end(stretch)
            return stretch.upperBound < end
        }
    }

    /// Where it goes on; where nothing was learned, at the first day of the archive that is not too long ago.
    private func begin(_ learner: CoverageLearner, before end: Timestamp) async throws(ArchiveError) -> Timestamp? {
        let least = start ?? end.advanced(bySeconds: -Self.longest)
        if let learned = learner.learned { return max(learned.upperBound, least) }
        let first = try await archive.days(in: least..<max(end, least)).first
        return first.map { max(least, Timestamp(seconds: Double($0.number) * 86_400)) }
    }

    /// What others gave says where an aircraft was, and nothing of who hears it, unless they are asked for all of an area.
    private func take(
        _ trace: Trace,
        _ own: any TrackArchive,
        _ stretch: Range<Timestamp>,
        into learner: inout CoverageLearner
    ) async throws(ArchiveError) {
        guard trace.evidence.licences != [.own] || !areas.isEmpty else {
            learner.take(heard: trace)
            return
        }
        let isOwn = trace.evidence.licences == [.own]
        let heard =
            isOwn ? trace : try await own.trace(of: trace.aircraft, during: stretch, withoutPositions: false)
        let parts = OwnHearings([heard]).parted(trace, polled: Set(areas.map(\.number)))
        learner.take(heard: parts.heard, claimed: parts.claimed)
    }
}
